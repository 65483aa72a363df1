/**
 * What others changed in a plan since I last looked, by person: the document has the changes, the log their authors
 * (product.md, rule 2).
 */
import { readNews } from '#domain/plan/news.ts'
import { readPerson } from '#domain/plan/people.ts'
import { readSections, SECTIONS } from '#domain/plan/sections.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import type { NewsOfPart, PersonNews } from '#ports/open-plan.ts'
import type { PersonId } from '#shared/protocol/ids.ts'

/** In the order of a plan's parts. */
const PARTS: readonly NewsOfPart['part'][] = [...SECTIONS, 'plan']

export type Authors = {
  personAt(client: number): PersonId | null
  lastEditAt(client: number): number | null
}

/** My own changes are no news, and changes by an unknown author could be mine. Latest first. */
export const readPersonNews = (
  doc: PlanDoc,
  seen: Uint8Array | null,
  me: PersonId,
  authors: Authors,
): readonly PersonNews[] => {
  type Part = { readonly things: Set<string>; letters: number }
  const found = new Map<PersonId, { readonly parts: Map<NewsOfPart['part'], Part>; at: number | null }>()
  for (const { part, client, amount, things } of seen === null ? [] : readNews(doc, seen)) {
    const person = authors.personAt(client)
    if (person === null || person === me) continue
    const news = found.get(person) ?? { parts: new Map<NewsOfPart['part'], Part>(), at: null }
    const known = news.parts.get(part) ?? { things: new Set(), letters: 0 }
    for (const thing of things) known.things.add(thing)
    known.letters += amount
    news.parts.set(part, known)
    const at = authors.lastEditAt(client)
    if (at !== null) news.at = Math.max(news.at ?? 0, at)
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
        return [{ part, ...(title ? { title } : {}), things: known.things.size, letters: known.letters }]
      }),
      at,
    }))
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
}
