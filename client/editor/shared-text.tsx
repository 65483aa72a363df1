/**
 * A plain text of the plan that several people may edit at once: a text area that follows its `Y.Text`, and keeps the caret
 * in place.
 */
import { createEffect, createSignal, createUniqueId, onCleanup, onMount, Show } from 'solid-js'
import type { EntityId } from '#domain/document/entity-id.ts'
import type { EntityKind, PlanDoc } from '#domain/document/plan-doc.ts'
import { entityOf } from '#domain/document/plan-state.ts'
import { readPlan } from '#domain/document/read-plan.ts'
import type * as Y from 'yjs'
import { type Change, changeText, findChange, findTyped, readText, textOf } from '#domain/document/texts.ts'
import { Button } from '#ui/button.tsx'
import { createDraft, useDrafts } from '#ui/draft.ts'
import { createPictureNote } from '#ui/pictures.ts'
import { createCaretKeeper } from './caret-keeper.ts'
import './shared-text.css'

export type SharedTextProps = {
  doc: PlanDoc
  kind: EntityKind
  id: EntityId
  /** The name of the text within its entity. */
  field: string
  label: string
  /** The label is for screen readers only, where a heading already says it. */
  labelHidden?: boolean
  hint?: string | undefined
  placeholder?: string | undefined
  /** Minimum number of lines; it grows with its content. */
  lines?: number
  /** Without line breaks, such as a title. */
  single?: boolean
  readOnly?: boolean
}

/**
 * Characters that can be typed into one text: some three pages. A longer text stays, and can be shortened; what is pasted and does
 * not fit stays beside it.
 */
export const WRITTEN_LIMIT = 10_000
/** Maximum rows; longer text scrolls. Only where the browser cannot size a field by its content. */
const MOST_ROWS = 30

export const SharedText = (props: SharedTextProps) => {
  const id = createUniqueId()
  const { words } = useDrafts()
  const pictures = createPictureNote()
  const [gone, setGone] = createSignal(false)
  const rest = createDraft(() => `${props.kind}/${props.id}/${props.field}/rest`, { limit: Infinity })
  let area!: HTMLTextAreaElement
  let composing = false
  /** The last content on which area and plan agreed: a difference in the area is ours, one in the plan is a peer's. */
  let shown = ''

  const texts = () => entityOf(readPlan(props.doc), props.kind, props.id).texts
  const isThere = (): boolean => texts().has(props.field)
  const read = (): string => readText(props.doc, props.kind, props.id, props.field).replaceAll('\r', ' ') // an area has no carriage returns, and lengths must agree
  const text = (): Y.Text | null => textOf(props.doc, props.kind, props.id, props.field)
  /** The carets of the area, behind the letters that they stand behind; none while a word is composed, which is told apart. */
  const carets = createCaretKeeper(text, () => (area.value === shown && document.activeElement === area ? area : null))
  /** What was composed last: where it ends in the area, and behind which letter it ends in the plan. */
  let composed: { readonly end: number; readonly behind: Y.RelativePosition } | null = null

  /** A caret of the area, told by the letters that were composed last. */
  const afterComposed = (caret: number): number | null => {
    const end = composed === null || caret > composed.end ? null : carets.indexOf(composed.behind)
    return composed === null || end === null ? null : Math.max(0, end - (composed.end - caret))
  }
  const follow = (_update?: Uint8Array, _origin?: unknown, _doc?: Y.Doc, transaction?: Y.Transaction): void => {
    if (transaction !== undefined) carets.follow(transaction)
    setGone(!isThere())
    if (composing) return // a word that is being composed would be interrupted
    const after = read()
    const change = findChange(shown, after)
    if (change === null) {
      composed = null
      return
    }
    const place = (at: number): number => afterComposed(at) ?? moveWith(change, at)
    const [start, end] = carets.places() ?? [place(area.selectionStart), place(area.selectionEnd)]
    shown = area.value = after
    composed = null
    if (document.activeElement === area) area.setSelectionRange(start, end)
    grow()
  }
  const replace = (value: string, caret: number): void => {
    area.value = value
    area.setSelectionRange(caret, caret)
  }
  /** Takes out what does not fit, and keeps it beside the text. */
  const keepRest = (): void => {
    const ours = findChange(shown, area.value)
    const over = area.value.length - WRITTEN_LIMIT
    if (ours === null || over <= 0 || ours.inserted.length <= ours.removed) return
    const room = Math.max(0, ours.inserted.length - over)
    const fits = isHighSurrogate(ours.inserted, room - 1) ? room - 1 : room
    const end = ours.at + ours.inserted.length
    replace(area.value.slice(0, ours.at + fits) + area.value.slice(end), ours.at + fits)
    rest.type(rest.text() + ours.inserted.slice(fits))
  }
  /** Where an own change of the area belongs in the plan: during composition, others may have written. */
  const placeOf = (ours: Change): Change => {
    if (read() === shown) return ours
    const [start, end] = [afterComposed(ours.at), afterComposed(ours.at + ours.removed)]
    if (start !== null && end !== null) return { ...ours, at: start, removed: end - start }
    const theirs = findChange(shown, read())
    const place = (at: number): number => (theirs === null ? at : moveWith(theirs, at))
    return { ...ours, at: place(ours.at), removed: Math.max(0, place(ours.at + ours.removed) - place(ours.at)) }
  }
  /**
   * A word that is being composed (on many phones, each word) is written as it grows, because the page may be gone before it is
   * finished. One that does not fit waits for its end, or for the page to be left.
   */
  const write = (leaving = false): void => {
    if (composing && !leaving && area.value.length > WRITTEN_LIMIT) return
    if (!composing) {
      if (props.single && area.value.includes('\n')) replace(area.value.replaceAll('\n', ' '), area.selectionEnd)
      keepRest()
    }
    const ours = findTyped(shown, area.value, area.selectionEnd)
    const into = text()
    if (ours !== null && into !== null) {
      const change = placeOf(ours)
      shown = area.value
      changeText(props.doc, into, change)
      composed = {
        end: ours.at + ours.inserted.length,
        behind: carets.behind(into, change.at + change.inserted.length),
      }
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
  const leave = (): void => write(true)
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') leave()
  }
  onMount(() => {
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('pagehide', leave)
    onCleanup(() => {
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('pagehide', leave)
    })
  })
  createEffect(() => {
    const { doc } = props
    shown = area.value = read()
    setGone(!isThere())
    grow()
    const stop = carets.watch(doc)
    doc.on('update', follow)
    onCleanup(() => {
      doc.off('update', follow)
      stop()
    })
  })

  return (
    <div class="sx" {...pictures.handlers}>
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
        data-shared="" // undo in this area is the plan's (undo-bar.tsx)
        rows={props.lines ?? 1}
        placeholder={props.placeholder}
        readonly={(props.readOnly ?? false) || gone()}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onInput={() => write()}
        onBlur={leave}
        onKeyDown={(event) => props.single && event.key === 'Enter' && !event.isComposing && event.preventDefault()}
        onBeforeInput={(event) => event.inputType.startsWith('history') && event.preventDefault()} // the browser would undo peers' edits too
        onCompositionStart={() => {
          composing = true
          composed = null
        }}
        onCompositionEnd={() => {
          composing = false
          write()
        }}
      />
      <Show when={pictures.refused()}>
        <p class="soft" role="alert">
          {words().noPictures}
        </p>
      </Show>
      <Show when={rest.text() !== ''}>
        <div class="sx-rest">
          <p role="alert">{words().rest(WRITTEN_LIMIT)}</p>
          <textarea
            class="sx-area"
            rows={3}
            dir="auto"
            readonly
            aria-label={words().restLabel}
            value={rest.text()}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button look="quiet" onClick={() => rest.clear()}>
            {words().throwRestAway}
          </Button>
        </div>
      </Show>
    </div>
  )
}

const isHighSurrogate = (text: string, at: number): boolean => /[\uD800-\uDBFF]/.test(text[at] ?? '')

/** A position after a peer's change: text that a peer inserts exactly there comes after it. */
const moveWith = ({ at, removed, inserted }: Change, place: number): number =>
  place <= at ? place : Math.max(at, place - removed) + (place >= at + removed ? inserted.length : 0)
