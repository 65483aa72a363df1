/**
 * Notes for one person alone, each with its end. Not on the page until asked for, because somebody may be looking along; never on
 * paper, never read aloud, and framed unlike anything that is shared.
 */
import { createSignal, Show } from 'solid-js'
import { Button } from './button.tsx'
import { createDraft } from './draft.ts'
import { ForId } from './for-id.tsx'
import { Form } from './form.tsx'
import { Icon } from './icon.tsx'
import { TextArea } from './text-area.tsx'
import './private-notes.css'

/** `ends`: when it goes, in words. */
export type NoteRow = { readonly id: string; readonly text: string; readonly ends: string }
export type NoteWords = {
  readonly lead: string
  readonly why: string
  readonly field: string
  readonly add: string
  readonly renew: string
  readonly renewOf: (text: string) => string
  readonly change: string
  readonly changeOf: (text: string) => string
  readonly save: string
  readonly keep: string
  readonly remove: string
  readonly removeOf: (text: string) => string
  readonly share: string
  readonly shareOf: (text: string) => string
  readonly thrown: string
  readonly putBack: string
  readonly unkept: string
}
export type PrivateNotesProps = {
  /** Says the number, and not what is in them. */
  title: string
  words: NoteWords
  rows: readonly NoteRow[]
  /** The name under which drafts are kept (draft.ts). */
  field: string
  /** The most characters of one. */
  limit: number
  /** Each resolves to whether the device could keep it. */
  onAdd: (text: string) => Promise<boolean>
  onChange: (id: string, text: string) => Promise<boolean>
  onRenew: (id: string) => Promise<boolean>
  onRemove: (id: string) => Promise<boolean>
  /** Makes it a shared thing; missing: it stays private. */
  onShare?: ((id: string, text: string) => void) | undefined
}

export const PrivateNotes = (props: PrivateNotesProps) => {
  const [open, setOpen] = createSignal(false)
  const draft = createDraft(() => props.field, { limit: props.limit })
  const [unkept, setUnkept] = createSignal(false)
  /** What was thrown away last, until the screen is left: a tap may be a slip. */
  const [thrown, setThrown] = createSignal<string | null>(null)
  const watch = async (work: Promise<boolean>): Promise<void> => void setUnkept(!(await work))
  const add = (): void => {
    const text = draft.text().trim()
    if (text === '') return
    void watch(props.onAdd(text))
    draft.clear()
  }
  const remove = ({ id, text: words }: NoteRow): void => {
    void watch(props.onRemove(id))
    setThrown(words)
  }
  const putBack = (): void => {
    void watch(props.onAdd(thrown() ?? ''))
    setThrown(null)
  }
  return (
    <details class="pv no-print no-speech" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="pv-title">
        <Icon name="person" />
        <span>{props.title}</span>
      </summary>
      <Show when={open()}>
        <div class="pv-inside">
          <p class="soft">{props.words.lead}</p>
          <ul class="pv-list">
            <ForId each={props.rows} by={({ id }) => id}>
              {(row) => <NoteItem row={row()} notes={props} watch={watch} onRemove={() => remove(row())} />}
            </ForId>
          </ul>
          <Show when={thrown() !== null}>
            <div class="pv-actions" role="status">
              <p>{props.words.thrown}</p>
              <Button look="quiet" icon="undo" onClick={putBack}>
                {props.words.putBack}
              </Button>
            </div>
          </Show>
          <Show when={unkept()}>
            <p class="tf-error" role="alert">
              {props.words.unkept}
            </p>
          </Show>
          <Form onSubmit={add}>
            <TextArea label={props.words.field} rows={2} draft={draft} />
            <Button type="submit">{props.words.add}</Button>
          </Form>
          <p class="soft">{props.words.why}</p>
        </div>
      </Show>
    </details>
  )
}

const NoteItem = (props: {
  row: NoteRow
  notes: PrivateNotesProps
  watch: (work: Promise<boolean>) => Promise<void>
  onRemove: () => void
}) => {
  const draft = createDraft(() => `${props.notes.field}/${props.row.id}`, {
    limit: props.notes.limit,
    saved: () => props.row.text,
  })
  const [changing, setChanging] = createSignal(draft.isFound())
  const words = () => props.notes.words
  const end = (): void => {
    draft.clear()
    setChanging(false)
  }
  const save = (): void => {
    const text = draft.text().trim()
    if (text !== '') void props.watch(props.notes.onChange(props.row.id, text))
    end()
  }
  return (
    <li class="pv-note">
      <Show
        when={changing()}
        fallback={
          <>
            <p class="pv-text" dir="auto" translate="no">
              {props.row.text}
            </p>
            <p class="soft">{props.row.ends}</p>
            <div class="pv-actions">
              <Show when={props.notes.onShare}>
                {(share) => (
                  <Button
                    icon="share"
                    aria-label={words().shareOf(props.row.text)}
                    onClick={() => share()(props.row.id, props.row.text)}
                  >
                    {words().share}
                  </Button>
                )}
              </Show>
              <Button
                look="quiet"
                icon="clock"
                aria-label={words().renewOf(props.row.text)}
                onClick={() => void props.watch(props.notes.onRenew(props.row.id))}
              >
                {words().renew}
              </Button>
              <Button
                look="quiet"
                icon="story"
                aria-label={words().changeOf(props.row.text)}
                onClick={() => setChanging(true)}
              >
                {words().change}
              </Button>
              <Button
                look="quiet"
                icon="close"
                aria-label={words().removeOf(props.row.text)}
                onClick={() => props.onRemove()}
              >
                {words().remove}
              </Button>
            </div>
          </>
        }
      >
        <Form onSubmit={save}>
          <TextArea label={words().field} rows={3} draft={draft} />
          <div class="pv-actions">
            <Button type="submit">{words().save}</Button>
            <Button look="quiet" onClick={end}>
              {words().keep}
            </Button>
          </div>
        </Form>
      </Show>
    </li>
  )
}
