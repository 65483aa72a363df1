/** A state in words, with a dot that only repeats them. Announced when the kind changes, not at every update. */
import type { ParentProps } from 'solid-js'
import './status-line.css'

export const StatusLine = (props: ParentProps<{ tone: 'good' | 'waiting' | 'attention' }>) => (
  <p class="sl" classList={{ [`sl-${props.tone}`]: true }}>
    <span class="sl-dot" aria-hidden="true" />
    <span>{props.children}</span>
  </p>
)
