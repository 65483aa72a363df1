/** Where a screen leads on to, at its end: the main way, or beside another that is. */
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
