/**
 * Where a plan's first content came from: a file, or the plan before this one. Whoever brought it in signs every word of it, so
 * screens and paper say that the words of then stand in their name.
 */
import type * as Y from 'yjs'
import { parseMoment } from '../document/days.ts'
import type { Plain } from '../document/plain.ts'
import { fieldsOf, type PlanState, signedIn } from '../document/plan-state.ts'
import { drawName, type Randomness } from '../document/values.ts'
import { valuesOf } from '../document/plan-doc.ts'

export const ORIGINS = ['file', 'plan'] as const
/** `client` brought it in; the log knows the person. `at`: the moment of the content in ms since epoch, by that device's clock. */
export type Origin = { readonly from: (typeof ORIGINS)[number]; readonly at: number; readonly client: number }

/** Written once, together with the content. */
export const setOrigin = (doc: Y.Doc, { from, at }: Omit<Origin, 'client'>, randomness: Randomness): void =>
  doc.transact(() => void valuesOf(doc).set(`plan/origin#${drawName(randomness)}`, { from, at }), setOrigin)

/** The most origins that are told: a plan has one, and anybody can write more. */
const MAX_ORIGINS = 3

/** The origins of the content; none: it was written here. Each names its own author, so a false one says who wrote it. */
export const originsOf = (plan: PlanState): readonly Origin[] =>
  signedIn(fieldsOf(plan, 'plan'), 'origin')
    .map(({ value, client }) => parse(value, client))
    .filter((origin) => origin !== null)
    .slice(0, MAX_ORIGINS)

const parse = (value: Plain, client: number): Origin | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { from, at } = value as { readonly [name: string]: Plain }
  const known = ORIGINS.find((one) => one === from)
  return known === undefined ? null : { from: known, at: parseMoment(at) ?? 0, client }
}
