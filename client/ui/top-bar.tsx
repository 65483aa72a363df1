/** The bar on every screen: mark and name at the start, the way out at the end, always at the same place. */
import { Show, type JSX } from 'solid-js'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'
import './top-bar.css'

export const TopBar = (props: {
  name: string
  homeHref: string
  homeLabel: string
  leaveLabel: string
  onLeave: () => void
  status?: JSX.Element
}) => (
  <header class="tb no-print">
    <a class="tb-home" href={props.homeHref}>
      <Mark />
      <span class="only-heard">{props.homeLabel}</span>
      <span class="tb-name" dir="auto">
        {props.name}
      </span>
    </a>
    <button class="tb-leave" type="button" onClick={() => props.onLeave()}>
      {props.leaveLabel}
      <Icon name="close" />
    </button>
    <Show when={props.status}>
      <div class="tb-status">{props.status}</div>
    </Show>
  </header>
)
