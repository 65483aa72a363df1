/**
 * What is typed in a field and not saved yet. It is kept under the field's name from the first letter on, until it is saved or
 * thrown away by hand; where it is kept, and in which plan, is passed in.
 */
import {
  type Accessor,
  createComputed,
  createContext,
  createMemo,
  createSignal,
  on,
  untrack,
  useContext,
} from 'solid-js'

export type FieldWords = {
  /** What was typed here before was found again. */
  readonly found: string
  /** What is typed here lasts as long as the page. */
  readonly notKept: string
  readonly throwAway: string
  readonly throwAwayOf: (label: string) => string
  readonly tooLong: (limit: number) => string
  readonly over: (count: number) => string
  /** Of a text that is shared as it is typed: what did not fit. */
  readonly rest: (limit: number) => string
  readonly restLabel: string
  readonly throwRestAway: string
  /** A picture was pasted, and left out. */
  readonly noPictures: string
}

/** What stands in one field. */
export type Typed = { readonly field: string; readonly text: string }

export type Drafts = {
  words(): FieldWords
  /** Reactive. */
  isRefused(field: string): boolean
  list(): readonly Typed[]
  read(field: string): string | null
  keep(field: string, text: string | null): void
}

export const DraftsContext = createContext<Drafts>()

export const useDrafts = (): Drafts => {
  const drafts = useContext(DraftsContext)
  if (drafts === undefined) throw new Error('A field stands outside DraftsContext.')
  return drafts
}

export type Draft = {
  text(): string
  type(text: string): void
  /** It was saved, or is not wanted any more: the field shows what is saved. */
  clear(): void
  isUnsaved(): boolean
  /** It was typed before this screen was shown. */
  isFound(): boolean
  /** The device does not keep it. */
  isRefused(): boolean
  /** The most UTF-16 units that can be saved, as everywhere in the browser. */
  readonly limit: number
}

/** `named`: unique in its plan, made of ids and names of fields. `saved`: what the field shows before anything is typed. */
export const createDraft = (
  named: Accessor<string>,
  { limit, saved = () => '' }: { readonly limit: number; readonly saved?: Accessor<string> },
): Draft => {
  const drafts = useDrafts()
  const field = createMemo(named) // what it is made of may change, as a goal does: words are found only under another name
  const [typed, setTyped] = createSignal<string | null>(null)
  const [found, setFound] = createSignal(false)
  const differs = (text: string | null): boolean => text !== null && text.trim() !== saved().trim()
  createComputed(
    on(field, (name) => {
      const known = drafts.read(name)
      setTyped(known)
      setFound(untrack(() => differs(known)))
    }),
  )
  return {
    limit,
    text: () => typed() ?? saved(),
    type(text) {
      setTyped(text === saved() ? null : text) // as it was before: the field goes on showing what is saved
      drafts.keep(field(), differs(text) ? text : null)
    },
    clear() {
      setTyped(null)
      setFound(false)
      drafts.keep(field(), null)
    },
    isUnsaved: () => differs(typed()),
    isFound: () => found() && differs(typed()),
    isRefused: () => differs(typed()) && drafts.isRefused(field()),
  }
}

/** The names of choices begin with it: they are nobody's words. */
const CHOICE = 'choice/'
export const isChoice = (field: string): boolean => field.startsWith(CHOICE)

/** A choice beside typed words, such as a day: it comes back with them, and is nothing to save alone. */
export const createChoiceDraft = (
  field: Accessor<string>,
  saved: Accessor<string | null> = () => null,
): readonly [chosen: Accessor<string | null>, choose: (value: string | null) => void, clear: () => void] => {
  const draft = createDraft(() => `${CHOICE}${field()}`, { limit: Infinity, saved: () => saved() ?? '' })
  return [() => draft.text() || null, (value) => draft.type(value ?? ''), draft.clear]
}
