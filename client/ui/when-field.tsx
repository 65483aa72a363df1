/**
 * A day, and once there is one a time of that day, chosen or typed in the browser's own fields. While somebody types, a field passes
 * through years like 0002 and has no value at all: that changes nothing, and a field that is left shows what was chosen.
 */
import { createMemo, createUniqueId, type JSX, Show } from 'solid-js'
import './text-field.css'
import './when-field.css'

/** With it browsers take four digits for a year, and not six. */
const LAST_DAY = '9999-12-31'
/** Of this century or a later one, with a year of four digits. */
const isDay = (value: string): boolean => value >= '2000' && value.indexOf('-') === 4
/** Whoever types 27 for a year means 2027. */
const toDay = (value: string): string => (value.startsWith('00') ? `20${value.slice(2)}` : value)

/** Some of its parts are filled in, and others not yet. */
const isHalf = (field: HTMLInputElement): boolean => field.validity.badInput

/** `''` is no day, and no time; a time is `14:30`. */
export const WhenField = (props: {
  label: string
  timeLabel: string
  day: string
  time: string
  onChoose: (day: string, time: string) => void
}) => {
  // What stands half in a field is not taken away by a change of something else.
  const [shownDay, shownTime] = [createMemo(() => props.day), createMemo(() => props.time)]
  return (
    <div class="wf">
      <Labelled label={props.label}>
        {(id) => (
          <input
            id={id}
            class="tf-input"
            type="date"
            max={LAST_DAY}
            value={shownDay()}
            onChange={({ currentTarget: field }) => {
              if (!isHalf(field) && (field.value === '' || isDay(field.value))) props.onChoose(field.value, props.time)
            }}
            onBlur={({ currentTarget: field }) => {
              const day = toDay(field.value)
              if (day !== props.day && isDay(day)) props.onChoose(day, props.time)
              if (field.value !== '' || props.day !== '') field.value = props.day // where nothing was chosen, half a day stays
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
              value={shownTime()}
              onChange={({ currentTarget: field }) => {
                if (!isHalf(field)) props.onChoose(props.day, field.value.slice(0, 5))
              }}
              onBlur={({ currentTarget: field }) => {
                if (props.time !== '') field.value = props.time
              }}
            />
          )}
        </Labelled>
      </Show>
    </div>
  )
}

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
