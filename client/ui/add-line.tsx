/** A button that becomes one question with one line to answer it, and a button again. */
import { createSignal, onMount, type ParentProps, Show } from 'solid-js'
import { Button } from './button.tsx'
import { Form } from './form.tsx'
import { TextField } from './text-field.tsx'
import './add-line.css'

export type AddLineWords = { readonly save: string; readonly cancel: string; readonly missing: string }

/** `children`: what is asked with it. */
export const AddLine = (
  props: ParentProps<{
    /** On the button. */
    add: string
    /** The question. */
    label: string
    hint?: string | undefined
    words: AddLineWords
    limit: number
    main?: boolean
    /** The question is there from the start. */
    open?: boolean
    first?: string
    /** One question at a time: whoever asks something else may stop. */
    onAsk?: () => void
    onAdd: (text: string) => void
    onCancel?: () => void
  }>,
) => {
  const [asking, setAsking] = createSignal(props.open ?? false)
  const [text, setText] = createSignal(props.first ?? '')
  const [missing, setMissing] = createSignal(false)
  let place!: HTMLDivElement
  const focus = (selector: string): void => place.querySelector<HTMLElement>(selector)?.focus()
  onMount(() => {
    if (!props.open) return
    focus('.tf-input')
    requestAnimationFrame(() => place.scrollIntoView({ block: 'nearest' })) // a new screen goes to its top
  })
  const close = (): void => {
    setAsking(false)
    setText('')
    setMissing(false)
    focus('button')
  }
  const save = (): void => {
    const line = text().trim()
    if (line === '') {
      setMissing(true)
      return focus('.tf-input')
    }
    close()
    props.onAdd(line)
  }
  return (
    <div class="al" ref={place}>
      <Show
        when={asking()}
        fallback={
          <Button
            look={props.main ? 'main' : 'second'}
            wide
            icon="plus"
            onClick={() => {
              props.onAsk?.()
              setAsking(true)
              focus('.tf-input')
            }}
          >
            {props.add}
          </Button>
        }
      >
        <Form onSubmit={save}>
          {props.children}
          <TextField
            label={props.label}
            hint={props.hint}
            value={text()}
            maxLength={props.limit}
            error={missing() ? props.words.missing : undefined}
            onInput={(value) => {
              setText(value)
              setMissing(false)
            }}
          />
          <div class="al-actions">
            <Button type="submit" look="main">
              {props.words.save}
            </Button>
            <Button
              look="quiet"
              onClick={() => {
                close()
                props.onCancel?.()
              }}
            >
              {props.words.cancel}
            </Button>
          </div>
        </Form>
      </Show>
    </div>
  )
}
