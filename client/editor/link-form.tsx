/** Asks for a link's address, in the page and not in a dialog, which a phone's keyboard would push away. */
import { createSignal, createUniqueId, onMount, Show } from 'solid-js'
import { toSafeLink } from '#domain/document/links.ts'
import { Button } from '#ui/button.tsx'
import type { StoryEditorLabels } from './labels.ts'
import './link-form.css'

export const LinkForm = (props: {
  labels: StoryEditorLabels
  /** The link's current address. */
  address: string
  onAddress: (address: string) => void
  onRemove: () => void
  onClose: () => void
}) => {
  let input!: HTMLInputElement
  const id = createUniqueId()
  const [wrong, setWrong] = createSignal(false)
  onMount(() => input.focus())
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const address = toSafeLink(input.value)
    if (address !== null) return props.onAddress(address)
    setWrong(true)
    input.focus()
  }
  return (
    <form class="tb-link" onSubmit={submit} novalidate>
      <label for={id}>{props.labels.linkAddress}</label>
      <input
        ref={input}
        id={id}
        class="tb-address"
        type="url"
        dir="ltr"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        placeholder="https://"
        value={props.address}
        aria-invalid={wrong() || undefined}
        aria-describedby={wrong() ? `${id}-wrong` : undefined}
        onInput={() => setWrong(false)}
        onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
      />
      <Show when={wrong()}>
        <p id={`${id}-wrong`} class="tb-wrong" role="alert">
          {props.labels.linkWrong}
        </p>
      </Show>
      <div class="tb-answers">
        <Button type="submit" look="second">
          {props.labels.linkAdd}
        </Button>
        <Show when={props.address !== ''}>
          <Button look="quiet" onClick={() => props.onRemove()}>
            {props.labels.linkRemove}
          </Button>
        </Show>
        <Button look="quiet" onClick={() => props.onClose()}>
          {props.labels.cancel}
        </Button>
      </div>
    </form>
  )
}
