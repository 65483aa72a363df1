/** Content folded away under a line of words, with a sign that turns. Open from the start where words were found in it, or once it is wanted. */
import { createContext, type JSX, type ParentProps, useContext } from 'solid-js'
import './fold.css'

/** Opens what somebody types in, and whatever that is folded away in. */
export const RevealContext = createContext<() => void>()

type OnOpen = ((open: boolean) => void) | undefined

/** `onOpen`: it was opened or folded away, by a hand or because of words in it. */
export const Fold = (props: ParentProps<{ title: string; open?: boolean; onOpen?: OnOpen }>) => (
  <Folding class="fd" title={props.title} open={props.open} onOpen={props.onOpen}>
    {props.children}
  </Folding>
)

export const Folding = (
  props: ParentProps<{ class: string; title: JSX.Element; open?: boolean | undefined; onOpen?: OnOpen }>,
) => {
  const around = useContext(RevealContext)
  let fold!: HTMLDetailsElement
  const reveal = (): void => {
    fold.open = true
    around?.()
  }
  return (
    <details
      ref={fold}
      class={props.class}
      open={props.open ?? false}
      onToggle={(event) => props.onOpen?.(event.currentTarget.open)}
    >
      <summary class="fd-title">{props.title}</summary>
      <RevealContext.Provider value={reveal}>{props.children}</RevealContext.Provider>
    </details>
  )
}
