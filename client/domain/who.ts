/** Whom something is about: somebody who takes part, or somebody who does not and only has a name. */
import { parsePersonId, type PersonId } from '#shared/protocol/ids.ts'
import { NAME_LIMIT } from './people.ts'
import { type Plain, toLine } from './plain.ts'

export type Who = { readonly person: PersonId } | { readonly name: string }

export const parseWho = (value: Plain | undefined): Who | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { person, name } = value as { readonly [field: string]: Plain }
  const id = typeof person === 'string' ? parsePersonId(person) : null
  if (id !== null) return { person: id }
  const line = toLine(name, NAME_LIMIT)
  return line === null ? null : { name: line }
}

export const isSameWho = (a: Who, b: Who): boolean =>
  'person' in a ? 'person' in b && a.person === b.person : 'name' in b && a.name === b.name

/** As part of a key: one place per person, however their name was typed. */
export const whoKey = (who: Who): string =>
  'person' in who ? who.person : `~${encodeURIComponent(toLine(who.name, NAME_LIMIT) ?? '')}`
