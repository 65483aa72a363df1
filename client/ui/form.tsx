/** A form that is handled by its own screen, and never submitted by the browser. */
import type { ParentProps } from 'solid-js'
import './form.css'

export const Form = (props: ParentProps<{ onSubmit: () => void }>) => (
  <form
    class="fm"
    novalidate
    onSubmit={(event) => {
      event.preventDefault()
      props.onSubmit()
    }}
  >
    {props.children}
  </form>
)
