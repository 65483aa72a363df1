/** Words longer than their box, which scrolls within reach of the keys. */
import type { ParentProps } from 'solid-js'

/** `label`: what screen readers call it. `foreign`: people's own words, which the browser's translation leaves alone. */
export const ScrollBox = (props: ParentProps<{ class: string; label: string; foreign?: boolean }>) => (
  <div
    class={props.class}
    dir="auto"
    translate={props.foreign === true ? 'no' : undefined}
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be within reach of the keys
    tabindex="0"
    role="region"
    aria-label={props.label}
  >
    {props.children}
  </div>
)
