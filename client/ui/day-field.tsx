/** A day, chosen by the browser's own date field. */
import { createUniqueId } from 'solid-js'
import './text-field.css'

/** While somebody types a year, the value passes through years like 0002. */
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
