/** Saves something for a calendar, and says what a calendar then shows, and what it does not do; its words are passed in. */
import { createSignal, Show } from 'solid-js'
import { Button } from './button.tsx'
import './to-calendar.css'

export type CalendarWords = {
  readonly warning: string
  readonly reminder: string
  readonly saved: string
  readonly noFollow: string
}

export const ToCalendar = (props: { label: string; name?: string; words: CalendarWords; onSave: () => void }) => {
  const [saved, setSaved] = createSignal(false)
  const save = (): void => {
    props.onSave()
    setSaved(true)
  }
  return (
    <div class="cal">
      <p class="soft">
        {props.words.warning} {props.words.reminder}
      </p>
      <Button icon="calendar" aria-label={props.name} onClick={save}>
        {props.label}
      </Button>
      <p role="status">
        <Show when={saved()}>{props.words.saved}</Show>
      </p>
      <p class="soft">{props.words.noFollow}</p>
    </div>
  )
}
