/** Some lines of text of one person, kept until they are saved. The editor's SharedText is for several. */
import { FieldFrame, type FieldProps, type Typed } from './field-frame.tsx'

export const TextArea = (props: FieldProps & Typed & { rows: number }) => (
  <FieldFrame label={props.label} aside={props.aside} hint={props.hint} error={props.error} typed={props}>
    {({ id, text, type, described, invalid }) => (
      <textarea
        id={id}
        class="tf-input"
        rows={props.rows}
        dir="auto"
        autocomplete="off"
        value={text()}
        aria-describedby={described()}
        aria-invalid={invalid()}
        onInput={(event) => type(event.currentTarget.value)}
      />
    )}
  </FieldFrame>
)
