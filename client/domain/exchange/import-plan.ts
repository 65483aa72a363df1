/**
 * Imports a file's content into a new plan. The person who opens the file writes everything anew: the clientIDs of the earlier
 * plan belong to others, and are never used again (PROTOCOL.md, E4). People who do not take part here stay as names.
 */
import * as Y from 'yjs'
import type { PersonId } from '#shared/protocol/ids.ts'
import { toAsideValue } from '../document/aside.ts'
import { keyOf } from '../document/entities.ts'
import type { EntityId } from '../document/entity-id.ts'
import type { PlanData } from './export-data.ts'
import { fingerprintIn } from '../document/fingerprint.ts'
import { type Plain, toLine } from '../document/plain.ts'
import { setOrigin } from '../plan/origin.ts'
import { NAME_LIMIT } from '../plan/people.ts'
import { ENTITY_KINDS, entitiesOf, storyOf, valuesOf } from '../document/plan-doc.ts'
import { fieldsOf, type PlanState, signedIn } from '../document/plan-state.ts'
import { toElement } from '../story/story-elements.ts'
import { addValue, drawName, type Randomness } from '../document/values.ts'
import { readPlan } from '../document/read-plan.ts'
import { parseWho, type Who, whoKey } from '../plan/who.ts'

export type ImportOptions = {
  /** The person who opens the file, and the same person in the file's plan, who stays themself. */
  readonly me: PersonId
  readonly as: PersonId | null
  /** The word for a person who gave no name. */
  readonly nameless: string
}

/** Set by the clientID that wrote a file's content, for `importersOf`: the story then says that it came from a file. */
const IMPORTED = 'imported'

/** The clientIDs that wrote a file's content into the plan, and nothing else. */
export const importersOf = (plan: PlanState): ReadonlySet<number> =>
  new Set(signedIn(fieldsOf(plan, 'plan'), IMPORTED).map(({ client }) => client))

/** Fills a plan that has been begun, with its title, in one transaction: all of the file or nothing. */
export const fillPlan = (doc: Y.Doc, plan: PlanData, options: ImportOptions, randomness: Randomness): void => {
  const toWho = createNames(plan, options)
  doc.transact(() => {
    storyOf(doc).insert(0, plan.story.map(toElement))
    addValue(doc, `plan/${IMPORTED}`, true, randomness)
    for (const kind of ENTITY_KINDS)
      for (const [id, { fixed, texts }] of Object.entries(plan.entities[kind])) {
        const map = new Y.Map<unknown>()
        for (const [name, value] of Object.entries(fixed)) map.set(name, renamed(value, toWho))
        for (const [name, text] of Object.entries(texts)) map.set(name, new Y.Text(text))
        entitiesOf(doc, kind).set(id, map)
      }
    for (const [key, several] of Object.entries(plan.values)) {
      if (!ours(key)) continue
      const name = key.replace(/\/answer:([\w-]{22})$/, (_, person: PersonId) => `/answer:${whoKey(toWho(person))}`)
      // Sorted, so that concurrent values keep their order.
      const places = several.map(() => drawName(randomness)).sort()
      several.forEach((value, index) => valuesOf(doc).set(`${name}#${places[index]}`, renamed(value, toWho)))
    }
  }, fillPlan)
  setOrigin(doc, { from: 'file', at: plan.savedAt }, randomness)
  // A mark of setting aside holds the fingerprint, so it is written once all content is there.
  const filled = readPlan(doc)
  doc.transact(() => {
    for (const kind of ENTITY_KINDS)
      for (const [id, { aside }] of Object.entries(plan.entities[kind]))
        if (aside !== null) {
          const value = toAsideValue(aside, fingerprintIn(filled, kind, id as EntityId))
          addValue(doc, keyOf(kind, id as EntityId, 'aside'), value, randomness)
        }
  }, fillPlan)
}

/**
 * Whether a value is imported. The new plan's own values, people's own ones, and proposals and agreements to end a goal are not:
 * they would look as if the person who opens the file had made them.
 */
const ours = (key: string): boolean =>
  !/\/(?:aside|made|ending|agreed)$/.test(key) &&
  (key.startsWith('section:') || ENTITY_KINDS.some((kind) => key.startsWith(`${kind}:`)))

/** Gives each person a distinct name, because two people of one name would seem to be one. */
const createNames = (plan: PlanData, { me, as, nameless }: ImportOptions): ((person: PersonId) => Who) => {
  const names = new Map<PersonId, string>()
  const strangers = new Set(namesIn(Object.values(plan.values)))
  const nameOf = (person: PersonId): string => {
    const known = names.get(person)
    if (known !== undefined) return known
    const given = toLine(plan.people.find((other) => other.person === person)?.name, NAME_LIMIT - 4) ?? nameless
    const taken = new Set([...strangers, ...names.values()])
    let name = given
    for (let count = 2; taken.has(name); count += 1) name = `${given} ${count}`
    names.set(person, name)
    return name
  }
  for (const { person } of plan.people) nameOf(person)
  return (person) => (person === as ? { person: me } : { name: nameOf(person) })
}

/** The names of people who took no part in the saved plan. */
const namesIn = (value: Plain): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  const who = Array.isArray(value) ? null : parseWho(value)
  return who !== null && 'name' in who ? [who.name] : Object.values(value).flatMap(namesIn)
}

const renamed = (value: Plain, toWho: (person: PersonId) => Who): Plain => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each: Plain) => renamed(each, toWho))
  const fields = value as { readonly [name: string]: Plain }
  const { person } = fields
  if (typeof person === 'string' && Object.keys(fields).length === 1) return toWho(person as PersonId)
  return Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, renamed(each, toWho)]))
}
