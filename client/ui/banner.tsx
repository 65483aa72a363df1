/** A message across the screen: what happened, what is safe, what to do. Not a dialog: work goes on. */
import { Show, type JSX, type ParentProps } from 'solid-js'
import { Icon, type IconName } from './icon.tsx'
import './banner.css'

/** `urgent` is announced at once: only for possible loss of somebody's words. */
export const Banner = (
  props: ParentProps<{ title: string; urgent?: boolean; calm?: boolean; icon?: IconName; actions?: JSX.Element }>,
) => (
  <div class="bn no-print" classList={{ 'bn-calm': props.calm ?? false }} role={props.urgent ? 'alert' : 'status'}>
    <Icon name={props.icon ?? (props.calm ? 'check' : 'warning')} />
    <div class="bn-words">
      <p class="bn-title">{props.title}</p>
      {props.children}
      <Show when={props.actions}>
        <div class="bn-actions">{props.actions}</div>
      </Show>
    </div>
  </div>
)
