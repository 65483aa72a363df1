/** The link to the next screen at the end of a screen: the main way on, or a second one beside it. */
import { Show } from 'solid-js'
import { LinkButton } from './button.tsx'

export const WayOn = (props: { way: { href: string; label: string } | null; main: boolean }) => (
  <Show when={props.way}>
    {(way) => (
      <LinkButton look={props.main ? 'main' : 'second'} wide icon="next" href={way().href}>
        {way().label}
      </LinkButton>
    )}
  </Show>
)
