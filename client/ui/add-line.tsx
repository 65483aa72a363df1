/** A button that turns into a one-line question, and back. What was typed and not saved opens it again. */
import { createSignal, onMount, type ParentProps, Show } from 'solid-js'
import { Button } from './button.tsx'
import { createDraft } from './draft.ts'
import { Form } from './form.tsx'
import { TextField } from './text-field.tsx'
import './add-line.css'

export type AddLineWords = { readonly save: string; readonly cancel: string; readonly missing: string }

/** `children`: further inputs of the question. */
export const AddLine = (
  props: ParentProps<{
    /** The button's text. */
    add: string
    /** The name under which its draft is kept (draft.ts). */
    field: string
    /** The question. */
    label: string
    hint?: string | undefined
    words: AddLineWords
    limit: number
    main?: boolean
    /** Initially shows the question. */
    open?: boolean
    first?: string
    /** One question at a time: the others may close. */
    onAsk?: () => void
    onAdd: (text: string) => void
    onCancel?: () => void
  }>,
) => {
  const draft = createDraft(() => props.field, { limit: props.limit, saved: () => props.first ?? '' })
  const [asking, setAsking] = createSignal((props.open ?? false) || draft.isFound())
  const [missing, setMissing] = createSignal(false)
  let place!: HTMLDivElement
  const focus = (selector: string): void => place.querySelector<HTMLElement>(selector)?.focus()
  onMount(() => {
    if (!props.open) return
    focus('.tf-input')
    requestAnimationFrame(() => place.scrollIntoView({ block: 'nearest' })) // a new screen scrolls to its top
  })
  const close = (): void => {
    setAsking(false)
    draft.clear()
    setMissing(false)
    focus('button')
  }
  const save = (): void => {
    const line = draft.text().trim()
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
            draft={draft}
            error={missing() ? props.words.missing : undefined}
            onInput={() => setMissing(false)}
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
