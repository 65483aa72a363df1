/** A plain text of the plan that several people may be writing in at once: a text area that follows its `Y.Text`, and keeps the caret where it was. */
import { createEffect, createUniqueId, onCleanup, Show } from 'solid-js'
import { type EntityId, readText, textOf } from '#domain/entities.ts'
import type { EntityKind, PlanDoc } from '#domain/plan-doc.ts'
import { findChange, setText } from '#domain/texts.ts'
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
  readOnly?: boolean
}

export const SharedText = (props: SharedTextProps) => {
  const id = createUniqueId()
  let area!: HTMLTextAreaElement
  let composing = false

  const follow = (): void => {
    const after = readText(props.doc, props.kind, props.id, props.field)
    const change = findChange(area.value, after)
    if (composing || change === null) return
    const { at, removed, inserted } = change
    const move = (place: number): number =>
      place <= at ? place : Math.max(at, place - removed) + (place >= at + removed ? inserted.length : 0)
    const [start, end] = [move(area.selectionStart), move(area.selectionEnd)]
    area.value = after
    if (document.activeElement === area) area.setSelectionRange(start, end)
  }
  const write = (): void => {
    if (!composing) setText(props.doc, props.kind, props.id, props.field, area.value)
  }
  createEffect(() => {
    const text = textOf(props.doc, props.kind, props.id, props.field)
    area.value = readText(props.doc, props.kind, props.id, props.field)
    text?.observe(follow)
    onCleanup(() => text?.unobserve(follow))
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
        dir="auto"
        rows={props.lines ?? 1}
        placeholder={props.placeholder}
        readonly={props.readOnly}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onInput={write}
        onCompositionStart={() => (composing = true)}
        onCompositionEnd={() => {
          composing = false
          write()
          follow()
        }}
      />
    </div>
  )
}
