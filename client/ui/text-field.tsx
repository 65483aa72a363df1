/** One line of text, with its label, hint and error bound to it. */
import { Show, createUniqueId } from 'solid-js'
import './text-field.css'

export const TextField = (props: {
  label: string
  value: string
  onInput: (value: string) => void
  /** Shown beside the label: "not needed". */
  aside?: string | undefined
  hint?: string | undefined
  error?: string | undefined
  /** For a few digits, in tabular figures. */
  digits?: boolean
  maxLength?: number
  /** Characters of a long code, on two lines: without capitals, corrections or a spelling service that sees them. */
  code?: boolean
  dir?: 'auto' | 'ltr'
}) => {
  const id = createUniqueId()
  const described = () =>
    [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div class="tf">
      <label class="tf-label" for={id}>
        {props.label} <Show when={props.aside}>{(aside) => <span class="soft">({aside()})</span>}</Show>
      </label>
      <Show when={props.hint}>
        {(hint) => (
          <p class="soft" id={`${id}-hint`}>
            {hint()}
          </p>
        )}
      </Show>
      <Show
        when={props.code}
        fallback={
          <input
            id={id}
            class="tf-input"
            classList={{ 'tf-digits': props.digits ?? false }}
            type="text"
            dir={props.dir ?? 'auto'}
            inputmode={props.digits ? 'numeric' : undefined}
            autocomplete="off" // a browser would keep what was typed, also where nothing is to stay
            maxlength={props.maxLength}
            value={props.value}
            aria-describedby={described()}
            aria-invalid={props.error ? 'true' : undefined}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
        }
      >
        {/* All of it is in view on a phone, to be compared with paper. */}
        <textarea
          id={id}
          class="tf-input tf-code"
          rows={2}
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          autocorrect="off"
          spellcheck={false}
          value={props.value}
          aria-describedby={described()}
          aria-invalid={props.error ? 'true' : undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
        />
      </Show>
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
