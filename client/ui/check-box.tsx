/** A check box with a line that explains it. */
import { Show, createMemo, createUniqueId } from 'solid-js'
import './check-box.css'

export const CheckBox = (props: {
  label: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
}) => {
  const id = createUniqueId()
  const isChecked = createMemo(() => props.checked)
  return (
    <div class="cb">
      <input
        class="cb-input"
        id={id}
        type="checkbox"
        checked={isChecked()}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label class="cb-label" for={id}>
        {props.label}
      </label>
      <Show when={props.hint}>
        {(hint) => (
          <p class="cb-hint soft" id={`${id}-hint`}>
            {hint()}
          </p>
        )}
      </Show>
    </div>
  )
}
