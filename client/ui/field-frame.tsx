/**
 * What stands around every field in which people type: its label, hint and error, that words from before were found, and that
 * there are too many. Nothing is cut: a browser's `maxlength` would, unseen, when a text is pasted.
 */
import { createUniqueId, type JSX, onMount, Show, useContext } from 'solid-js'
import { Button } from './button.tsx'
import { type Draft, useDrafts } from './draft.ts'
import { joinFields } from './fields.ts'
import { RevealContext } from './fold.tsx'
import { createPictureNote } from './pictures.ts'
import './text-field.css'

/**
 * Why what is typed here is never kept. `search`: only this look asks for it. `secret`: who has it may come in. `undecided`: only
 * afterwards it is known whether this device keeps anything.
 */
export type Unkept = 'search' | 'secret' | 'undecided'
export type Typed =
  | { draft: Draft; unkept?: never; value?: never; onInput?: (text: string) => void; limit?: never }
  | { draft?: never; unkept: Unkept; value: string; onInput: (text: string) => void; limit?: number }

export type FieldProps = {
  label: string
  /** Shown beside the label: "not needed". */
  aside?: string | undefined
  hint?: string | undefined
  error?: string | undefined
}
type Control = {
  readonly id: string
  readonly text: () => string
  readonly type: (text: string) => void
  readonly described: () => string | undefined
  readonly invalid: () => 'true' | undefined
}

export const FieldFrame = (props: FieldProps & { typed: Typed; children: (control: Control) => JSX.Element }) => {
  const id = createUniqueId()
  const { words } = useDrafts()
  const pictures = createPictureNote()
  const reveal = useContext(RevealContext)
  const text = (): string => props.typed.draft?.text() ?? props.typed.value ?? ''
  const limit = (): number => props.typed.draft?.limit ?? props.typed.limit ?? Infinity
  const over = (): number => Math.max(0, text().length - limit())
  const focus = (): void => document.getElementById(id)?.focus()
  const type = (value: string): void => {
    props.typed.draft?.type(value)
    props.typed.onInput?.(value)
  }
  const found = (): boolean => props.typed.draft?.isFound() ?? false
  const error = (): string | undefined => props.error ?? (props.typed.draft?.isRefused() ? words().notKept : undefined)
  joinFields({ isUnsaved: () => props.typed.draft?.isUnsaved() ?? false, isTooLong: () => over() > 0, focus })
  onMount(() => found() && reveal?.())
  const parts = (): readonly (readonly [part: string, isThere: boolean])[] => [
    ['hint', props.hint !== undefined],
    ['found', found()],
    ['long', over() > 0],
    ['picture', pictures.refused()],
    ['error', error() !== undefined],
  ]
  const described = (): string | undefined =>
    parts()
      .flatMap(([part, isThere]) => (isThere ? [`${id}-${part}`] : []))
      .join(' ') || undefined
  return (
    <div class="tf" {...pictures.handlers}>
      <label class="tf-label" for={id}>
        {props.label} <Show when={props.aside}>{(aside) => <span class="soft">({aside()})</span>}</Show>
      </label>
      <Show when={props.hint}>
        {(hint) => (
          <p class="soft" id={`${id}-hint`}>
            {hint()}
          </p>
        )}
      </Show>
      {props.children({ id, text, type, described, invalid: () => (props.error || over() > 0 ? 'true' : undefined) })}
      <Show when={found()}>
        <div class="tf-found">
          <p class="soft" id={`${id}-found`}>
            {words().found}
          </p>
          <Button
            look="quiet"
            aria-label={words().throwAwayOf(props.label)}
            onClick={() => {
              props.typed.draft?.clear()
              focus()
            }}
          >
            {words().throwAway}
          </Button>
        </div>
      </Show>
      <Show when={over() > 0}>
        <div id={`${id}-long`}>
          <p class="tf-error" role="alert">
            {words().tooLong(limit())}
          </p>
          <p class="soft">{words().over(over())}</p>
        </div>
      </Show>
      <Show when={pictures.refused()}>
        <p class="soft" id={`${id}-picture`} role="alert">
          {words().noPictures}
        </p>
      </Show>
      <Show when={error()}>
        {(said) => (
          <p class="tf-error" id={`${id}-error`} role="alert">
            {said()}
          </p>
        )}
      </Show>
    </div>
  )
}
