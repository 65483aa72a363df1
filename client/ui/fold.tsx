/** What is folded away under a line of words until somebody asks for it, with a sign that turns. */
import type { ParentProps } from 'solid-js'
import './fold.css'

export const Fold = (props: ParentProps<{ title: string }>) => (
  <details class="fd">
    <summary class="fd-title">{props.title}</summary>
    {props.children}
  </details>
)
