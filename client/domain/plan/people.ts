/** People's names and colours in one plan. The log's records decide who takes part. */
import type * as Y from 'yjs'
import { parsePersonId, type PersonId } from '#shared/protocol/ids.ts'
import { toLine, type Plain } from '../document/plain.ts'
import { asNow, type Authors, ownIn } from '../document/own-words.ts'
import { fieldsOf, type PlanState } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import type { ValueKey } from '../document/value-name.ts'
import { type Randomness, setValue } from '../document/values.ts'

/** One of the six dimension colours, 0–5. */
export type Colour = 0 | 1 | 2 | 3 | 4 | 5

/** `name` is empty when the person gave none. */
export type Person = { readonly person: PersonId; readonly name: string; readonly colour: Colour }

/** The most characters of a name, which stands beside a caret on a phone. */
export const NAME_LIMIT = 40

export const setMyName = (doc: Y.Doc, me: PersonId, name: string, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, nameKey(me), toLine(name, NAME_LIMIT) ?? '', randomness), setMyName)

export const setMyColour = (doc: Y.Doc, me: PersonId, colour: Colour, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, colourKey(me), colour, randomness), setMyColour)

/** A person, also one who has written nothing about themself yet. What others wrote about them does not count. */
const personOf = (plan: PlanState, person: PersonId, authors: Authors): Person => {
  const valuesOf = (key: PersonId, field: string): readonly Plain[] =>
    ownIn(fieldsOf(plan, `person:${key}`), field, key, authors).map(({ value }) => value)
  const values = (field: string): readonly Plain[] => {
    const own = valuesOf(person, field)
    // A device with an earlier key cannot read what the new one has said of itself.
    return own.length > 0 ? own : earlierKeys(plan, person, authors).flatMap((key) => valuesOf(key, field))
  }
  return toPerson(person, values('name'), values('colour'))
}
/** The keys under which this person has said something of themself before they moved to this one. */
const earlierKeys = (plan: PlanState, person: PersonId, authors: Authors): readonly PersonId[] =>
  [...plan.fields.plan.keys()].flatMap((owner) => {
    const key = toPersonId(owner)
    return key !== null && key !== person && asNow(key, authors) === person ? [key] : []
  })

export const readPerson = (doc: Y.Doc, person: PersonId, authors: Authors): Person =>
  personOf(readPlan(doc), person, authors)

/** All people who ever gave a name or a colour, in the same order for everybody. */
export const readPeople = (doc: Y.Doc, authors: Authors): readonly Person[] => {
  const plan = readPlan(doc)
  return [...plan.fields.plan]
    .flatMap(([owner, fields]) => {
      const person = toPersonId(owner)
      return person !== null &&
        asNow(person, authors) === person &&
        ['name', 'colour'].some((field) => ownIn(fields, field, person, authors).length > 0)
        ? [person]
        : []
    })
    .toSorted()
    .map((person) => personOf(plan, person, authors))
}

/** The colour until the person chooses one, the same on every device. */
export const defaultColour = (person: PersonId): Colour =>
  ([...person].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 6) as Colour

const nameKey = (person: PersonId): ValueKey => `person:${person}/name`
const colourKey = (person: PersonId): ValueKey => `person:${person}/colour`

const PREFIX = 'person:'
const toPersonId = (owner: string): PersonId | null =>
  owner.startsWith(PREFIX) ? parsePersonId(owner.slice(PREFIX.length)) : null

/** A person's own two devices may disagree; the first one is taken, and choosing again settles it. */
const toPerson = (person: PersonId, names: readonly Plain[], colours: readonly Plain[]): Person => ({
  person,
  name: names.map((name) => toLine(name, NAME_LIMIT)).find((name) => name !== null) ?? '',
  colour: colours.find(isColour) ?? defaultColour(person),
})

const isColour = (value: Plain): value is Colour =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 5
