/**
 * A few short choices in a row, one or several. Native radio buttons and check boxes; a chosen one can be cleared. Only a choice that
 * has changed is written to them: one written again within a tap takes the tap back, and no change of it is told.
 */
import { createMemo, createUniqueId, For } from 'solid-js'
import './chips.css'

export type Chip<Value extends string> = { readonly value: Value; readonly label: string }

/** One or none: choosing the chosen one again clears it. */
export const ChooseOne = <Value extends string>(props: {
  legend: string
  /** In columns of equal width, for short words below each other. */
  even?: boolean
  chips: readonly Chip<Value>[]
  value: Value | null
  onChoose: (value: Value | null) => void
}) => {
  const name = createUniqueId()
  return (
    <fieldset class="ch" classList={{ 'ch-even': props.even ?? false }}>
      <legend class="ch-legend">{props.legend}</legend>
      <For each={props.chips}>
        {(chip) => {
          const isChosen = createMemo(() => props.value === chip.value)
          return (
            <label class="ch-chip">
              <input
                type="radio"
                class="ch-input"
                name={name}
                checked={isChosen()}
                onClick={() => isChosen() && props.onChoose(null)}
                onKeyUp={(event) => {
                  if (event.key !== ' ' || !isChosen()) return
                  event.preventDefault() // browsers ignore it, or take it for a click
                  props.onChoose(null)
                }}
                onChange={() => props.onChoose(chip.value)}
              />
              {chip.label}
            </label>
          )
        }}
      </For>
    </fieldset>
  )
}

export const ChooseSeveral = <Value extends string>(props: {
  legend: string
  chips: readonly Chip<Value>[]
  values: readonly Value[]
  onSwitch: (value: Value, on: boolean) => void
}) => (
  <fieldset class="ch ch-even">
    <legend class="ch-legend">{props.legend}</legend>
    <For each={props.chips}>
      {(chip) => {
        const isChosen = createMemo(() => props.values.includes(chip.value))
        return (
          <label class="ch-chip">
            <input
              type="checkbox"
              class="ch-input"
              checked={isChosen()}
              onChange={(event) => props.onSwitch(chip.value, event.currentTarget.checked)}
            />
            {chip.label}
          </label>
        )
      }}
    </For>
  </fieldset>
)
