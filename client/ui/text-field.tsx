/** One line of text, which is kept until it is saved (draft.ts), or says why it is not. */
import { Show } from 'solid-js'
import { FieldFrame, type FieldProps, type Typed } from './field-frame.tsx'

export const TextField = (
  props: FieldProps &
    Typed & {
      /** For a few digits, in tabular figures. */
      digits?: boolean
      /** Characters of a long code, on two lines: without capitals, corrections or a spelling service that sees them. */
      code?: boolean
      dir?: 'auto' | 'ltr'
    },
) => (
  <FieldFrame label={props.label} aside={props.aside} hint={props.hint} error={props.error} typed={props}>
    {({ id, text, type, described, invalid }) => (
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
            value={text()}
            aria-describedby={described()}
            aria-invalid={invalid()}
            onInput={(event) => type(event.currentTarget.value)}
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
          value={text()}
          aria-describedby={described()}
          aria-invalid={invalid()}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
        />
      </Show>
    )}
  </FieldFrame>
)
