/** Lines that people wrote, below each other, each in its own direction. */
import { For } from 'solid-js'
import './line-list.css'

export const LineList = (props: { lines: readonly string[] }) => (
  <ul class="ll">
    <For each={props.lines}>
      {(line) => (
        <li dir="auto" translate="no">
          {line}
        </li>
      )}
    </For>
  </ul>
)
