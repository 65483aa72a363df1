/** Lines that people wrote, one under the other, each in the direction of its own words. */
import { For } from 'solid-js'
import './line-list.css'

export const LineList = (props: { lines: readonly string[] }) => (
  <ul class="ll">
    <For each={props.lines}>{(line) => <li dir="auto">{line}</li>}</For>
  </ul>
)
