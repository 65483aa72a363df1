/** Content folded away under a line of words, with a sign that turns. Open from the start where words were found in it, or once it is wanted. */
import { type ParentProps, useContext } from 'solid-js'
import { RevealContext } from './field-frame.tsx'
import './fold.css'

export const Fold = (props: ParentProps<{ title: string; open?: boolean }>) => {
  const around = useContext(RevealContext)
  let fold!: HTMLDetailsElement
  const reveal = (): void => {
    fold.open = true
    around?.()
  }
  return (
    <details ref={fold} class="fd" open={props.open ?? false}>
      <summary class="fd-title">{props.title}</summary>
      <RevealContext.Provider value={reveal}>{props.children}</RevealContext.Provider>
    </details>
  )
}
