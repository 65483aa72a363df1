/** Short texts in a row, separated by a dot that disappears at the end of a line. */
import { For, Show } from 'solid-js'
import './dotted.css'

export const Dotted = (props: { texts: readonly string[] }) => (
  <For each={props.texts}>
    {(text, index) => (
      <>
        <Show when={index() > 0}>
          <span class="only-heard">{'\u00a0·'}</span>
          <span class="dt-between"> </span>
        </Show>
        <span class="dt-text">{text}</span>
      </>
    )}
  </For>
)
