/** The bar on every screen: logo and name at the start, reading aloud, and the way out at the end, always in the same place. */
import { Show, type JSX } from 'solid-js'
import { LeaveButton } from './leave-button.tsx'
import { Logo } from './logo.tsx'
import { ReadScreenButton } from './read-aloud.tsx'
import './top-bar.css'

export const TopBar = (props: { name: string; homeHref: string; homeLabel: string; status?: JSX.Element }) => (
  <header class="top no-print">
    <div class="top-start">
      <a class="top-home" href={props.homeHref}>
        <Logo />
        <span class="only-heard">{props.homeLabel}</span>
        <span class="top-name" dir="auto" translate="no">
          {props.name}
        </span>
      </a>
      <Show when={!props.status}>
        <ReadScreenButton />
      </Show>
    </div>
    <LeaveButton />
    <Show when={props.status}>
      {(status) => (
        <div class="top-state">
          <div class="top-status">{status()}</div>
          <ReadScreenButton />
        </div>
      )}
    </Show>
  </header>
)
