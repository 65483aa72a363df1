/** Content folded away under a line of words, with a sign that turns. Open from the start where words were found in it, or once it is wanted. */
import { type JSX, type ParentProps, useContext } from 'solid-js'
import { RevealContext } from './field-frame.tsx'
import './fold.css'

export const Fold = (props: ParentProps<{ title: string; open?: boolean }>) => (
  <Folding class="fd" title={props.title} open={props.open}>
    {props.children}
  </Folding>
)

export const Folding = (props: ParentProps<{ class: string; title: JSX.Element; open?: boolean | undefined }>) => {
  const around = useContext(RevealContext)
  let fold!: HTMLDetailsElement
  const reveal = (): void => {
    fold.open = true
    around?.()
  }
  return (
    <details ref={fold} class={props.class} open={props.open ?? false}>
      <summary class="fd-title">{props.title}</summary>
      <RevealContext.Provider value={reveal}>{props.children}</RevealContext.Provider>
    </details>
  )
}
