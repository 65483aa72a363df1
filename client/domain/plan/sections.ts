/** The parts of a plan: each may be hidden, renamed and moved for this plan. Their contents do not change. */
import type * as Y from 'yjs'
import { memoizeOne } from '../document/memoize.ts'
import { byOrder, orderIn, placesAfter } from '../document/order.ts'
import { toLine } from '../document/plain.ts'
import { type Fields, NO_FIELDS, type PlanState } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import type { ValueKey } from '../document/value-name.ts'
import { type Randomness, setValue, setValues, valuesIn } from '../document/values.ts'

export const SECTIONS = ['story', 'wheel', 'goals', 'conversations', 'contact', 'people'] as const
export type SectionName = (typeof SECTIONS)[number]

export type Section = {
  readonly id: SectionName
  readonly order: string
  readonly hidden: boolean
  /** The title chosen for this plan; empty: the default word. */
  readonly title: string
}

/** The most characters of a section's title, which stands in the navigation of a phone. */
export const SECTION_TITLE_LIMIT = 40

export const setSectionHidden = (doc: Y.Doc, name: SectionName, hidden: boolean, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, keyOf(name, 'hidden'), hidden, randomness), setSectionHidden)

export const setSectionTitle = (doc: Y.Doc, name: SectionName, title: string, randomness: Randomness): void =>
  doc.transact(
    () => setValue(doc, keyOf(name, 'title'), toLine(title, SECTION_TITLE_LIMIT) ?? '', randomness),
    setSectionTitle,
  )

/** Moves a section behind `after`; `null`: first. */
export const moveSection = (doc: Y.Doc, name: SectionName, after: SectionName | null, randomness: Randomness): void =>
  doc.transact(() => {
    const places = placesAfter(readSections(doc), name, after)
    setValues(
      doc,
      [...places].map(([moved, order]) => [keyOf(moved as SectionName, 'order'), order]),
      randomness,
    )
  }, moveSection)

/** All sections, in their order. One that is hidden and shown at the same time is shown. */
export const sectionsOf = (plan: PlanState): readonly Section[] => listSections(plan.fields.plan)
export const readSections = (doc: Y.Doc): readonly Section[] => sectionsOf(readPlan(doc))

const listSections = memoizeOne((owners: PlanState['fields']['plan']): readonly Section[] =>
  READERS.map(([owner, read]) => read(owners.get(owner) ?? NO_FIELDS)).toSorted(byOrder),
)

const ownerOf = (name: SectionName) => `section:${name}` as const
const keyOf = (name: SectionName, field: string): ValueKey => `${ownerOf(name)}/${field}`

/** A memoized reader for each, so that a section stays the same object while others change. */
const READERS = SECTIONS.map((id, index) => {
  const read = memoizeOne((fields: Fields): Section => {
    const hidden = valuesIn(fields, 'hidden')
    return {
      id,
      order: orderIn(fields) || `a${index}`,
      hidden: hidden.length > 0 && hidden.every((value) => value === true),
      title:
        valuesIn(fields, 'title')
          .map((title) => toLine(title, SECTION_TITLE_LIMIT))
          .find((title) => title !== null) ?? '',
    }
  })
  return [ownerOf(id), read] as const
})
