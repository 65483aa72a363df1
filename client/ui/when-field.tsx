/** A day, and once there is one a time of that day, chosen in the browser's own fields. */
import { createUniqueId, Show } from 'solid-js'
import { DayField } from './day-field.tsx'
import './when-field.css'

/** `''` is no day, and no time; a time is `14:30`. */
export const WhenField = (props: {
  label: string
  timeLabel: string
  day: string
  time: string
  onChoose: (day: string, time: string) => void
}) => {
  const id = createUniqueId()
  return (
    <div class="wf">
      <DayField label={props.label} value={props.day} onChoose={(day) => props.onChoose(day, props.time)} />
      <Show when={props.day}>
        <div class="tf">
          <label class="tf-label" for={id}>
            {props.timeLabel}
          </label>
          <input
            id={id}
            class="tf-input"
            type="time"
            value={props.time}
            onChange={(event) => props.onChoose(props.day, event.currentTarget.value.slice(0, 5))}
          />
        </div>
      </Show>
    </div>
  )
}
