/** Some lines of text of one person, with its label and error bound to it. The editor's SharedText is for several. */
import { createUniqueId, Show } from 'solid-js'
import './text-field.css'

export const TextArea = (props: {
  label: string
  value: string
  onInput: (value: string) => void
  rows: number
  maxLength: number
  error?: string | undefined
}) => {
  const id = createUniqueId()
  return (
    <div class="tf">
      <label class="tf-label" for={id}>
        {props.label}
      </label>
      <textarea
        id={id}
        class="tf-input"
        rows={props.rows}
        dir="auto"
        autocomplete="off"
        maxlength={props.maxLength}
        value={props.value}
        aria-describedby={props.error ? `${id}-error` : undefined}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <Show when={props.error}>
        {(error) => (
          <p class="tf-error" id={`${id}-error`} role="alert">
            {error()}
          </p>
        )}
      </Show>
    </div>
  )
}
