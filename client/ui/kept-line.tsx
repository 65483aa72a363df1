/**
 * One line that saves itself, as a day beside it does: when it is left, at Enter and when its page goes, so that others see no
 * half a word. Where several stand, or another wrote while somebody typed, all of them are asked about side by side.
 */
import { createMemo, createSignal, onCleanup, onMount, Show, untrack } from 'solid-js'
import { ChooseBetween } from './choose-between.tsx'
import { createDraft } from './draft.ts'
import { TextField } from './text-field.tsx'

export const KeptLine = (props: {
  label: string
  aside?: string
  /** The name under which its draft is kept (draft.ts). */
  field: string
  limit: number
  /** Several, where people set it at the same time; `''` is none. */
  values: readonly string[]
  /** Asks for one of several, and says what none is; without it, the latest counts. */
  either?: { readonly title: string; readonly none: string }
  /** `false`: somebody who lost the right to write keeps the words, and nobody else gets them. */
  mayKeep?: boolean
  onSave: (text: string) => void
}) => {
  const saved = (): string => props.values[0] ?? ''
  const draft = createDraft(() => props.field, { limit: props.limit, saved })
  const [isWriting, setWriting] = createSignal(false)
  /** What stood here when the typing began. */
  const before = createMemo<string>((known) => (draft.isUnsaved() ? known : saved()), untrack(saved))
  const isApart = (): boolean => props.either !== undefined && (props.values.length > 1 || before() !== saved())
  const set = (text: string): void => {
    props.onSave(text)
    draft.clear()
  }
  const keep = (): void => {
    if (isApart() || props.mayKeep === false || draft.text().length > draft.limit) return
    if (draft.isUnsaved()) set(draft.text().trim())
    else draft.clear()
  }
  const options = (): readonly string[] => [
    ...new Set([
      ...(props.values.length > 0 ? props.values : ['']),
      ...(draft.isUnsaved() ? [draft.text().trim()] : []),
    ]),
  ]
  const leave = (): void => {
    if (isWriting()) keep()
  }
  const onHide = (): void => {
    if (document.visibilityState === 'hidden') leave()
  }
  onMount(() => {
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', leave)
    onCleanup(() => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', leave)
      leave() // a screen that goes takes the focus without a word
    })
  })
  return (
    <Show
      when={isApart() && !isWriting()}
      fallback={
        <div
          role="presentation"
          onFocusIn={() => setWriting(true)}
          onFocusOut={({ currentTarget, relatedTarget }) => {
            if (currentTarget.contains(relatedTarget as Node | null)) return
            keep()
            setWriting(false)
          }}
          onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && keep()}
        >
          <TextField label={props.label} aside={props.aside} draft={draft} onInput={() => setWriting(true)} />
        </div>
      }
    >
      <ChooseBetween
        title={props.either?.title ?? ''}
        options={options().map((text) => ({ label: text || (props.either?.none ?? ''), onChoose: () => set(text) }))}
      />
    </Show>
  )
}
