/** Content folded away under a line of words, with a sign that turns. */
import type { ParentProps } from 'solid-js'
import './fold.css'

export const Fold = (props: ParentProps<{ title: string }>) => (
  <details class="fd">
    <summary class="fd-title">{props.title}</summary>
    {props.children}
  </details>
)
