/** A day, and once there is one a time of that day, chosen in the browser's own fields. */
import { createUniqueId, type JSX, Show } from 'solid-js'
import './text-field.css'
import './when-field.css'

/** While somebody types a year, the value passes through years like 0002. */
const FIRST_YEAR = '2000'

/** `''` is no day, and no time; a time is `14:30`. */
export const WhenField = (props: {
  label: string
  timeLabel: string
  day: string
  time: string
  onChoose: (day: string, time: string) => void
}) => (
  <div class="wf">
    <Labelled label={props.label}>
      {(id) => (
        <input
          id={id}
          class="tf-input"
          type="date"
          value={props.day}
          onChange={(event) => {
            const day = event.currentTarget.value
            if (day === '' || day >= FIRST_YEAR) props.onChoose(day, props.time)
          }}
        />
      )}
    </Labelled>
    <Show when={props.day}>
      <Labelled label={props.timeLabel}>
        {(id) => (
          <input
            id={id}
            class="tf-input"
            type="time"
            value={props.time}
            onChange={(event) => props.onChoose(props.day, event.currentTarget.value.slice(0, 5))}
          />
        )}
      </Labelled>
    </Show>
  </div>
)

const Labelled = (props: { label: string; children: (id: string) => JSX.Element }) => {
  const id = createUniqueId()
  return (
    <div class="tf">
      <label class="tf-label" for={id}>
        {props.label}
      </label>
      {props.children(id)}
    </div>
  )
}
