/** One of six colours, each with its name, for people who cannot tell them apart. */
import { For, createMemo, createUniqueId } from 'solid-js'
import './colour-choice.css'

export const ColourChoice = (props: {
  legend: string
  /** Index of the chosen one. */
  value: number
  names: readonly string[]
  onChoose: (value: number) => void
}) => {
  const name = createUniqueId()
  return (
    <fieldset class="cc">
      <legend>{props.legend}</legend>
      <div class="cc-all">
        <For each={props.names}>
          {(label, index) => {
            const isChosen = createMemo(() => props.value === index())
            return (
              <label class="cc-one">
                <input
                  class="cc-input"
                  type="radio"
                  name={name}
                  value={index()}
                  checked={isChosen()}
                  onChange={() => props.onChoose(index())}
                />
                <span class="cc-dot" data-colour={index()} />
                <span>{label}</span>
              </label>
            )
          }}
        </For>
      </div>
    </fieldset>
  )
}
