/** How people want to be called in one plan, and in which colour. Who takes part is not decided here: that is in the log's records. */
import type * as Y from 'yjs'
import { parsePersonId, type PersonId } from '#shared/protocol/ids.ts'
import { toLine, type Plain } from '../document/plain.ts'
import { type Randomness, readAllValues, readValues, setValue, type ValueKey } from '../document/values.ts'

/** One of the six dimension colours, 0–5. */
export type Colour = 0 | 1 | 2 | 3 | 4 | 5

/** `name` is empty when they gave none. */
export type Person = { readonly person: PersonId; readonly name: string; readonly colour: Colour }

/** Characters; it stands beside a cursor on a phone. */
export const NAME_LIMIT = 40

export const setMyName = (doc: Y.Doc, me: PersonId, name: string, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, nameKey(me), toLine(name, NAME_LIMIT) ?? '', randomness), setMyName)

export const setMyColour = (doc: Y.Doc, me: PersonId, colour: Colour, randomness: Randomness): void =>
  doc.transact(() => setValue(doc, colourKey(me), colour, randomness), setMyColour)

/** Also for somebody who wrote nothing about themself yet. */
export const readPerson = (doc: Y.Doc, person: PersonId): Person =>
  toPerson(person, readValues(doc, nameKey(person)), readValues(doc, colourKey(person)))

/** Everybody who ever gave a name or a colour, in the same order for all. */
export const readPeople = (doc: Y.Doc): readonly Person[] => {
  const values = readAllValues(doc)
  const people = new Set([...values.keys()].map(toPersonId).filter((person) => person !== null))
  return [...people].map((person) =>
    toPerson(person, values.get(nameKey(person)) ?? [], values.get(colourKey(person)) ?? []),
  )
}

/** Until they choose one; the same on every device. */
export const defaultColour = (person: PersonId): Colour =>
  ([...person].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 6) as Colour

const nameKey = (person: PersonId): ValueKey => `person:${person}/name`
const colourKey = (person: PersonId): ValueKey => `person:${person}/colour`

const toPersonId = (key: ValueKey): PersonId | null => {
  const [, id] = /^person:([^/]+)\/(?:name|colour)$/.exec(key) ?? []
  return id === undefined ? null : parsePersonId(id)
}

/** A person's own two devices may disagree; the first one is taken, and choosing again settles it. */
const toPerson = (person: PersonId, names: readonly Plain[], colours: readonly Plain[]): Person => ({
  person,
  name: names.map((name) => toLine(name, NAME_LIMIT)).find((name) => name !== null) ?? '',
  colour: colours.find(isColour) ?? defaultColour(person),
})

const isColour = (value: Plain): value is Colour =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 5
