/** A form that is handled by its own screen, and never submitted by the browser, nor while a field has too many words. */
import type { ParentProps } from 'solid-js'
import { createFields, FieldsContext } from './fields.ts'
import './form.css'

export const Form = (props: ParentProps<{ onSubmit: () => void }>) => {
  const fields = createFields('form')
  return (
    <FieldsContext.Provider value={fields}>
      <form
        class="fm"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!fields.focusTooLong()) props.onSubmit()
        }}
      >
        {props.children}
      </form>
    </FieldsContext.Provider>
  )
}
