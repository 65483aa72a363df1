/** A plain text of the plan that several people may be writing in at once: a text area that follows its `Y.Text`, and keeps the caret where it was. */
import { createEffect, createSignal, createUniqueId, onCleanup, Show } from 'solid-js'
import type { EntityId } from '#domain/document/entities.ts'
import type { EntityKind, PlanDoc } from '#domain/document/plan-doc.ts'
import { entityOf } from '#domain/document/plan-state.ts'
import { readPlan } from '#domain/document/read-plan.ts'
import { type Change, findChange, readText, setText } from '#domain/document/texts.ts'
import './shared-text.css'

export type SharedTextProps = {
  doc: PlanDoc
  kind: EntityKind
  id: EntityId
  /** The name of the text within its entity. */
  field: string
  label: string
  /** The label is there for screen readers only, where a heading already says it. */
  labelHidden?: boolean
  hint?: string | undefined
  placeholder?: string | undefined
  /** How many lines it shows at least; it grows with what is in it. */
  lines?: number
  /** Holds no line breaks, such as a title. */
  single?: boolean
  readOnly?: boolean
}

/** Characters that can be typed into one text: some three pages. What is longer already stays, and can be made shorter. */
export const WRITTEN_LIMIT = 10_000
/** Rows; what is longer scrolls. Only where the browser cannot size a field by its content. */
const MOST_ROWS = 30

export const SharedText = (props: SharedTextProps) => {
  const id = createUniqueId()
  const [gone, setGone] = createSignal(false)
  let area!: HTMLTextAreaElement
  let composing = false
  /** What the area and the text of the plan both said last: what differs from it in the area is ours, in the plan theirs. */
  let shown = ''

  const texts = () => entityOf(readPlan(props.doc), props.kind, props.id).texts
  const isThere = (): boolean => texts().has(props.field)
  const read = (): string => readText(props.doc, props.kind, props.id, props.field).replaceAll('\r', ' ') // an area has none, and must count alike
  const follow = (): void => {
    setGone(!isThere())
    if (composing) return // a word that is half composed would be broken off
    const after = read()
    const change = findChange(shown, after)
    if (change === null) return
    const [start, end] = [moveWith(change, area.selectionStart), moveWith(change, area.selectionEnd)]
    shown = area.value = after
    if (document.activeElement === area) area.setSelectionRange(start, end)
    grow()
  }
  const write = (): void => {
    if (composing) return
    if (props.single && area.value.includes('\n')) {
      const caret = area.selectionEnd
      area.value = area.value.replaceAll('\n', ' ')
      area.setSelectionRange(caret, caret)
    }
    const ours = findChange(shown, area.value)
    const full = texts().get(props.field) ?? ''
    if (ours !== null && isThere()) {
      // While a word was composed, others may have written on.
      const theirs = findChange(shown, read())
      const place = (at: number): number => (theirs === null ? at : moveWith(theirs, at))
      shown = area.value
      const [start, end] = [place(ours.at), Math.max(place(ours.at), place(ours.at + ours.removed))]
      setText(props.doc, props.kind, props.id, props.field, full.slice(0, start) + ours.inserted + full.slice(end))
    }
    follow()
    grow()
  }
  /** By rows, where the style sheet cannot (before Safari 26; Firefox). */
  const grow = (): void => {
    if (globalThis.CSS?.supports?.('field-sizing', 'content')) return
    area.rows = props.lines ?? 1
    while (area.rows < MOST_ROWS && area.scrollHeight > area.clientHeight) area.rows += 1
  }
  createEffect(() => {
    const { doc } = props
    shown = area.value = read()
    setGone(!isThere())
    grow()
    doc.on('update', follow)
    onCleanup(() => doc.off('update', follow))
  })

  return (
    <div class="sx">
      <label class="sx-label" classList={{ 'only-heard': props.labelHidden ?? false }} for={id}>
        {props.label}
      </label>
      <Show when={props.hint}>
        {(hint) => (
          <p class="soft" id={`${id}-hint`}>
            {hint()}
          </p>
        )}
      </Show>
      <textarea
        id={id}
        ref={area}
        class="sx-area"
        style={{ '--sx-lines': props.lines ?? 1 }}
        dir="auto"
        data-shared="" // what is undone in here is for the plan to undo (undo-bar.tsx)
        rows={props.lines ?? 1}
        maxlength={WRITTEN_LIMIT}
        placeholder={props.placeholder}
        readonly={(props.readOnly ?? false) || gone()}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onInput={write}
        onKeyDown={(event) => props.single && event.key === 'Enter' && !event.isComposing && event.preventDefault()}
        onBeforeInput={(event) => event.inputType.startsWith('history') && event.preventDefault()} // the browser would undo others' work too
        onCompositionStart={() => (composing = true)}
        onCompositionEnd={() => {
          composing = false
          write()
        }}
      />
    </div>
  )
}

/** Where a place in a text is after a change of somebody else: what they put exactly there comes behind it. */
const moveWith = ({ at, removed, inserted }: Change, place: number): number =>
  place <= at ? place : Math.max(at, place - removed) + (place >= at + removed ? inserted.length : 0)
