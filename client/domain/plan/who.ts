/** The person a thing is about: a member, or a person outside the plan who has only a name. */
import { parsePersonId, type PersonId } from '#shared/protocol/ids.ts'
import { NAME_LIMIT } from './people.ts'
import { type Plain, toLine } from '../document/plain.ts'

export type Who = { readonly person: PersonId } | { readonly name: string }

export const parseWho = (value: Plain | undefined): Who | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { person, name } = value as { readonly [field: string]: Plain }
  const id = typeof person === 'string' ? personOf(person) : null
  if (id !== null) return { person: id }
  const line = toLine(name, NAME_LIMIT)
  return line === null ? null : { name: line }
}

/** A cache of parsed ids: the same few people are at a thousand wheels, and parsing an id takes 30 µs on an old phone. */
const people = new Map<string, PersonId | null>()
const MAX_PEOPLE = 100

const personOf = (text: string): PersonId | null => {
  const known = people.get(text)
  if (known !== undefined) return known
  if (people.size >= MAX_PEOPLE) people.clear()
  const parsed = parsePersonId(text)
  people.set(text, parsed)
  return parsed
}

export const isSameWho = (a: Who, b: Who): boolean =>
  'person' in a ? 'person' in b && a.person === b.person : 'name' in b && a.name === b.name

/** The person as part of a key: one per person, however the name was typed. */
export const whoKey = (who: Who): string =>
  'person' in who ? who.person : `~${encodeURIComponent(toLine(who.name, NAME_LIMIT) ?? '')}`
