/**
 * What others changed in a plan since I last looked, by person: the document has the changes, the log their authors
 * (product.md, rule 2).
 */
import { readNews, readTakenAway } from '#domain/news/news.ts'
import { readPerson } from '#domain/plan/people.ts'
import { readSections, SECTIONS } from '#domain/plan/sections.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { boundMoment } from '#domain/document/days.ts'
import { groupBy } from '#domain/document/group-by.ts'
import { ENTITY_KINDS } from '#domain/document/plan-doc.ts'
import type { NewsOfKind, NewsOfPart, PersonNews, ThingKind } from '#ports/open-plan.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { JournalEntry } from '#storage/journal/journal-store.ts'
import type { TakenRow } from '#storage/news-rows.ts'
import { inspectUpdate } from '#sync/update/update.ts'

/** In the order of a plan's parts. */
const PARTS: readonly NewsOfPart['part'][] = [...SECTIONS, 'plan']
const isPart = (part: string): part is NewsOfPart['part'] => (PARTS as readonly string[]).includes(part)

export type Authors = {
  personAt(client: number): PersonId | null
  lastEditAt(client: number): number | null
}

/** What others took away in these entries of what I had seen or, as `isMine` tells by its clientID, written. */
export const readTaken = (
  doc: PlanDoc,
  seen: Uint8Array | null,
  me: PersonId,
  entries: readonly JournalEntry[],
  isMine: (client: number) => boolean,
): readonly TakenRow[] =>
  entries.flatMap(({ author: person, seq, at, update }) => {
    const deletes = person === me || seen === null ? undefined : inspectUpdate(update)?.deletes
    if (deletes === undefined || deletes.size === 0 || seen === null) return []
    return readTakenAway(doc, seen, deletes, isMine).map((taken) => ({
      ...taken,
      person,
      from: seq,
      to: seq,
      at: boundMoment(at), // the relay chose it
    }))
  })

const KINDS: readonly string[] = [...ENTITY_KINDS, 'plan', 'section', 'person'] satisfies ThingKind[]
const isKind = (kind: string): kind is ThingKind => KINDS.includes(kind)

/** `things`: their names, such as `goal:x7Fa…` or `plan`. */
const toKinds = (things: Iterable<string>): readonly NewsOfKind[] =>
  [...groupBy([...things], (thing) => thing.split(':')[0] ?? '')].flatMap(([kind, all]) =>
    isKind(kind) ? [{ kind, count: all.length }] : [],
  )

/** My own changes are no news, and changes by an unknown author could be mine. `upTo`: see `readNews`. Latest first. */
export const readPersonNews = (
  doc: PlanDoc,
  seen: Uint8Array | null,
  me: PersonId,
  authors: Authors,
  taken: readonly TakenRow[] = [],
  upTo: Uint8Array | null = null,
): readonly PersonNews[] => {
  type Part = { readonly things: Set<string>; letters: number; taken?: { letters: number; from: number; to: number } }
  const found = new Map<PersonId, { readonly parts: Map<NewsOfPart['part'], Part>; at: number | null }>()
  const othersAt = (client: number): PersonId | null => {
    const person = authors.personAt(client)
    return person === me ? null : person
  }
  const all = seen === null ? [] : readNews(doc, seen, (client) => othersAt(client) !== null, upTo)
  for (const { part, client, amount, things } of all) {
    const person = othersAt(client)
    if (person === null) continue
    const news = found.get(person) ?? { parts: new Map<NewsOfPart['part'], Part>(), at: null }
    const known = news.parts.get(part) ?? { things: new Set(), letters: 0 }
    for (const thing of things) known.things.add(thing)
    known.letters += amount
    news.parts.set(part, known)
    const at = authors.lastEditAt(client)
    if (at !== null) news.at = Math.max(news.at ?? 0, at)
    found.set(person, news)
  }
  for (const { person, part, letters, from, to, at } of taken) {
    if (!isPart(part)) continue
    const news = found.get(person) ?? { parts: new Map<NewsOfPart['part'], Part>(), at: null }
    const known: Part = news.parts.get(part) ?? { things: new Set(), letters: 0 }
    known.taken = { letters, from, to }
    news.parts.set(part, known)
    news.at ??= at
    found.set(person, news)
  }
  const titles = new Map<string, string>(readSections(doc).map(({ id, title }) => [id, title]))
  return [...found]
    .map(([person, { parts, at }]) => ({
      person,
      name: readPerson(doc, person, authors).name,
      parts: PARTS.flatMap((part) => {
        const known = parts.get(part)
        if (known === undefined) return []
        const title = titles.get(part)
        const kinds = toKinds(known.things)
        return [
          {
            part,
            ...(title ? { title } : {}),
            things: known.things.size,
            letters: known.letters,
            ...(kinds.length > 0 ? { kinds } : {}),
            ...(known.taken === undefined ? {} : { taken: known.taken }),
          },
        ]
      }),
      at,
    }))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
}
