/** The passages of the open plan's story with the names of who wrote their words, from the signed log. */
import { createMemo, type Accessor } from 'solid-js'
import { toList } from '#copy/format/days-and-times.ts'
import { importersOf } from '#domain/exchange/import-plan.ts'
import { memberOf, toDrawnName } from '#domain/plan/names.ts'
import { readPerson } from '#domain/plan/people.ts'
import type { Letters } from '#domain/document/written-by.ts'
import { readPassages, toWrittenWords, type WrittenWords } from '#domain/story/story-authors.ts'
import { PAGE, toPages } from '#domain/story/story-pages.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { toName } from '#wording/names.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { createKeeper } from './keep-rows.ts'

export type AuthoredWords = { readonly text: string; readonly names: string; readonly colour: number | null }
export type AuthoredPassage = {
  readonly kind: 'paragraph' | 'heading' | 'item'
  /** Everybody who wrote in it. */
  readonly names: string
  /** The colour of who wrote it, `null` for several people. */
  readonly colour: number | null
  /** The same people wrote the passage before it. */
  readonly goesOn: boolean
  readonly words: readonly AuthoredWords[]
}

/** A person, and whether the words came along in a file that this person opened. */
type Author = PersonId | `${typeof FILE}${string}` | typeof UNKNOWN
const UNKNOWN = 'unknown'
const FILE = 'file:'

/** Rows keep their identity while their words stay, so that a change elsewhere in the story draws nothing again. */
export const useAuthors = (): Accessor<readonly AuthoredPassage[]> => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const version = usePlanState(({ story }) => story)
  const importers = usePlanState(importersOf, (before, after) => [...before].join() === [...after].join())
  const keep = createKeeper<AuthoredPassage>()

  const authorAt = (client: number): Author => {
    const person = plan.personAt(client)
    if (person === null) return UNKNOWN
    return importers().has(client) ? `${FILE}${person}` : person
  }
  const nameOf = (author: Author): string => {
    if (author === UNKNOWN) return copy().story.authors.unknown
    if (isFile(author)) return copy().story.authors.fromFile(nameOf(author.slice(FILE.length) as PersonId))
    const members = plan.members()
    const member = memberOf(members, author)
    if (member !== undefined) return toName(copy(), member)
    const name = toDrawnName(readPerson(plan.doc, author, plan).name)
    return name === '' ? copy().story.authors.namelessLeft : copy().story.authors.left(name)
  }
  const colourOf = ([author, other]: readonly Author[]): number | null =>
    author === undefined || other !== undefined || author === UNKNOWN || isFile(author)
      ? null
      : readPerson(plan.doc, author, plan).colour

  /** A keystroke divides only its own passage into words: for a story of 250,000 letters all of them cost 100 ms. */
  const divided = new WeakMap<object, { letters: readonly Letters[]; words: readonly WrittenWords<Author>[] }>()
  const readWords = (at: object, letters: readonly Letters[]): readonly WrittenWords<Author>[] => {
    const before = divided.get(at)
    if (before !== undefined && sameLetters(before.letters, letters)) return before.words
    const words = toWrittenWords(letters, authorAt)
    // Whose words are not known yet is asked again.
    if (words.every(({ authors }) => !authors.includes(UNKNOWN))) divided.set(at, { letters, words })
    return words
  }

  return createMemo(() => {
    version()
    const toDistinct = createNames(nameOf, copy().story.authors.nth)
    const namesOf = (authors: readonly Author[]): string => toList(copy().locale, authors.map(toDistinct))
    let before = ''
    const rows = readPassages(plan.doc).map(({ at, kind, letters }): readonly [object, AuthoredPassage] => {
      const words = readWords(at, letters)
      const authors = [...new Set(words.flatMap((run) => run.authors))]
      const key = authors.join()
      const goesOn = key === before
      before = key
      return [
        at,
        {
          kind,
          names: namesOf(authors),
          colour: colourOf(authors),
          goesOn,
          words: words.map((run) => ({ text: run.text, names: namesOf(run.authors), colour: colourOf(run.authors) })),
        },
      ]
    })
    return keep(rows)
  })
}

/** The most runs of words on one page. */
const MOST_RUNS = 500

/** A passage in pieces that a phone can draw; most are one. A run of words that is longer than a page is divided. */
export const toWordPages = (words: readonly AuthoredWords[]): readonly (readonly AuthoredWords[])[] => {
  const pages: AuthoredWords[][] = [[]]
  let letters = 0
  for (const run of words)
    for (const text of toPages(run.text)) {
      const last = pages.at(-1) ?? []
      const isFull = last.length >= MOST_RUNS || (last.length > 0 && letters + text.length > PAGE)
      letters = isFull ? text.length : letters + text.length
      const part = text === run.text ? run : { ...run, text }
      if (isFull) pages.push([part])
      else last.push(part)
    }
  return pages
}

const sameLetters = (some: readonly Letters[], others: readonly Letters[]): boolean =>
  some.length === others.length &&
  some.every(({ client, text }, index) => client === others[index]?.client && text === others[index].text)

const isFile = (author: Author): author is `${typeof FILE}${string}` => author.startsWith(FILE)

/** Names that tell authors apart: of two with one name, the second to appear is "Ans (2)". */
const createNames = (nameOf: (author: Author) => string, nth: (name: string, count: number) => string) => {
  const names = new Map<Author, string>()
  const counts = new Map<string, number>()
  return (author: Author): string => {
    const known = names.get(author)
    if (known !== undefined) return known
    const name = nameOf(author)
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    const distinct = count === 1 ? name : nth(name, count)
    names.set(author, distinct)
    return distinct
  }
}
