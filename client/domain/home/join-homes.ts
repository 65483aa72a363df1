/**
 * Joins two homes of one person, made by two devices that did not know of each other. Each value keeps its moment, so it makes
 * no difference which home takes over the other, or how often.
 */
import { fieldsOf } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import type { Randomness } from '../document/values.ts'
import type { HomeDoc } from './home-doc.ts'
import { DETAILS } from './my-details.ts'
import { readMyPlans } from './my-plans.ts'
import { takeOverNotes } from './notes.ts'
import { addSeen, readSeen } from './seen.ts'
import { byMoment, latestIn, putTimed, readLatest } from './timed-values.ts'
import type { ValueKey } from '../document/value-name.ts'

export const takeOverHome = (doc: HomeDoc, from: HomeDoc, randomness: Randomness): void =>
  doc.transact(() => {
    const other = readPlan(from)
    const take = (key: ValueKey, owner: string, field: string): void => {
      const [mine, theirs] = [readLatest(doc, key), latestIn(fieldsOf(other, owner), field)]
      if (theirs !== null && (mine === null || byMoment(mine, theirs) < 0)) putTimed(doc, key, theirs, randomness)
    }
    for (const name of DETAILS) take(`me/${name}`, 'me', name)
    for (const { id } of readMyPlans(from)) {
      for (const field of ['title', 'archived']) take(`plan:${id}/${field}`, `plan:${id}`, field)
      const seen = readSeen(from, id)
      if (seen !== null) addSeen(doc, id, seen, randomness)
    }
    takeOverNotes(doc, from, randomness)
  }, takeOverHome)

/** Of several homes the one that counts: the same for every device that knows them. */
export const chooseHome = <Id extends string>(ids: readonly Id[]): Id | null => ids.toSorted()[0] ?? null
