/** A choice of one, each option a card. Native radio buttons: arrow keys, forms and screen readers work without code. */
import { For, Show, createMemo, createUniqueId } from 'solid-js'
import { Icon, type IconName } from './icon.tsx'
import './radio-cards.css'

export type Choice<Value extends string> = {
  readonly value: Value
  readonly title: string
  readonly text?: string
  readonly icon?: IconName
}

export const RadioCards = <Value extends string>(props: {
  legend: string
  value: Value
  choices: readonly Choice<Value>[]
  onChoose: (value: Value) => void
}) => {
  const name = createUniqueId()
  return (
    <fieldset class="rc">
      <legend class="rc-legend">{props.legend}</legend>
      <For each={props.choices}>
        {(choice) => {
          const isChosen = createMemo(() => props.value === choice.value)
          return (
            <label class="rc-card">
              <input
                class="rc-input"
                type="radio"
                name={name}
                value={choice.value}
                checked={isChosen()}
                aria-describedby={choice.text ? `${name}-${choice.value}` : undefined}
                aria-labelledby={`${name}-${choice.value}-title`}
                onChange={() => props.onChoose(choice.value)}
              />
              <span class="rc-words">
                <span class="rc-title" id={`${name}-${choice.value}-title`}>
                  {choice.title}
                </span>
                <Show when={choice.text}>
                  {(text) => (
                    <span class="soft" id={`${name}-${choice.value}`}>
                      {text()}
                    </span>
                  )}
                </Show>
              </span>
              <Show when={choice.icon}>{(icon) => <Icon name={icon()} />}</Show>
            </label>
          )
        }}
      </For>
    </fieldset>
  )
}
