/** The way to the rest of a long list. */
import { Show } from 'solid-js'
import { Button } from './button.tsx'

export const ShowMore = (props: { rest: number; label: (rest: number) => string; onMore: () => void }) => (
  <Show when={props.rest > 0}>
    <Button look="quiet" onClick={() => props.onMore()}>
      {props.label(props.rest)}
    </Button>
  </Show>
)
