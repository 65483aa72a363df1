/** The parts of a plan: each may be hidden, renamed and moved for this plan. Nothing of their contents changes by it. */
import type * as Y from 'yjs'
import { byOrder, isOrder, placesAfter } from '../document/order.ts'
import { toLine } from '../document/plain.ts'
import { type Randomness, readValues, setValue, type ValueKey } from '../document/values.ts'

export const SECTIONS = ['story', 'wheel', 'goals', 'conversations', 'contact', 'people'] as const
export type SectionName = (typeof SECTIONS)[number]

export type Section = {
  readonly id: SectionName
  readonly order: string
  readonly hidden: boolean
  /** Chosen for this plan; empty: the word that everybody has. */
  readonly title: string
}

/** Characters; it stands in the navigation of a phone. */
export const SECTION_TITLE_LIMIT = 40

export const setSectionHidden = (doc: Y.Doc, name: SectionName, hidden: boolean, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf(name, 'hidden'), hidden, randomness), setSectionHidden)

export const setSectionTitle = (doc: Y.Doc, name: SectionName, title: string, randomness: Randomness): void =>
  doc.transact(
    () => setValue(doc, keyOf(name, 'title'), toLine(title, SECTION_TITLE_LIMIT) ?? '', randomness),
    setSectionTitle,
  )

/** Behind `after`; `null` is first. */
export const moveSection = (doc: Y.Doc, name: SectionName, after: SectionName | null, randomness: Randomness): void =>
  doc.transact(() => {
    for (const [moved, order] of placesAfter(readSections(doc), name, after)) {
      setValue(doc, keyOf(moved as SectionName, 'order'), order, randomness)
    }
  }, moveSection)

/** All of them, in their order. Hidden and shown at the same time is shown. */
export const readSections = (doc: Y.Doc): readonly Section[] =>
  SECTIONS.map((id, index) => {
    const hidden = readValues(doc, keyOf(id, 'hidden'))
    return {
      id,
      order: readValues(doc, keyOf(id, 'order')).find(isOrder) ?? `a${index}`,
      hidden: hidden.length > 0 && hidden.every((value) => value === true),
      title:
        readValues(doc, keyOf(id, 'title'))
          .map((title) => toLine(title, SECTION_TITLE_LIMIT))
          .find((title) => title !== null) ?? '',
    }
  }).toSorted(byOrder)

const keyOf = (name: SectionName, field: string): ValueKey => `section:${name}/${field}`
