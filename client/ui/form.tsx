/** A form that goes nowhere but to its own screen. */
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
