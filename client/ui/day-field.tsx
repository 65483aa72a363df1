/** A day out of the calendar, by the browser's own field. */
import { createUniqueId } from 'solid-js'
import './text-field.css'

/** While somebody types a year, it passes through the Middle Ages. */
const FIRST_YEAR = '2000'

/** `''` is no day. */
export const DayField = (props: { label: string; value: string; onChoose: (day: string) => void }) => {
  const id = createUniqueId()
  return (
    <div class="tf">
      <label class="tf-label" for={id}>
        {props.label}
      </label>
      <input
        id={id}
        class="tf-input"
        type="date"
        value={props.value}
        onChange={(event) => {
          const day = event.currentTarget.value
          if (day === '' || day >= FIRST_YEAR) props.onChoose(day)
        }}
      />
    </div>
  )
}
