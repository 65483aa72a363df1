/**
 * A device and its person's home tell each other what is new: the one place where the values of a home flow in and out of this
 * device's rows. What was changed here since both last met goes into the home; everything else is taken from it. At the first
 * meeting the home counts, and gets what it lacks.
 */
import { DETAILS, type MyDetails, NO_DETAILS } from '#domain/home/details.ts'
import type { HomeDoc } from '#domain/home/home-doc.ts'
import { readMyDetails, setMyDetails, unknownDetails } from '#domain/home/my-details.ts'
import { readMyPlan, readMyPlans, setMyPlan } from '#domain/home/my-plans.ts'
import { tidyNotes } from '#domain/home/notes.ts'
import { addSeen, holdsSeen, joinSeen, readSeen } from '#domain/home/seen.ts'
import type { Randomness } from '#domain/document/values.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { PlanRow } from '#storage/rows.ts'
import { newRow } from '../store/plan-list.ts'
import { type HomeCache, type MetPlan, NO_HOME } from './home-cache.ts'

export type Meeting = {
  readonly home: WorkspaceId
  readonly rows: readonly PlanRow[]
  readonly cache: HomeCache
  /** By the relay's clock, ms since epoch: a device whose own runs ahead must not end notes before their time. */
  readonly now: number
  readonly randomness: Randomness
}
export type Met = {
  readonly cache: HomeCache
  /** What the home changes in rows of this device; a row that changed meanwhile keeps what it has. */
  readonly changed: readonly { readonly id: WorkspaceId; readonly change: (row: PlanRow) => PlanRow }[]
  /** Another device of mine has seen more of some plan: what is new there is to be found out anew. */
  readonly seesMore: boolean
  /** Plans of mine that are not on this device yet. */
  readonly added: readonly PlanRow[]
}

export const meet = (doc: HomeDoc, { home, rows, cache: found, now, randomness }: Meeting): Met => {
  const isFirst = found.home !== home
  // Of another home: this device is another person's now, and what it remembers was the other's.
  const cache = isFirst && found.home !== null ? NO_HOME : found
  tidyNotes(doc, now, randomness)

  const theirs = readMyDetails(doc)
  // Such a detail stays in the home, and this device keeps its own, until it is chosen anew here.
  const unknown = unknownDetails(doc).filter((name) => isFirst || cache.me[name] === cache.metMe[name])
  const me: MyDetails = {
    ...meetDetails(theirs, cache, rows, isFirst),
    ...Object.fromEntries(unknown.map((name) => [name, cache.me[name]])),
  }
  const told = DETAILS.filter((name) => me[name] !== theirs[name] && !unknown.includes(name)).map((name) => [
    name,
    me[name],
  ])
  setMyDetails(doc, Object.fromEntries(told), now, randomness)

  const metPlans = new Map<WorkspaceId, MetPlan>()
  const changed: Met['changed'][number][] = []
  let seesMoreOfSome = false
  for (const row of rows.filter(isMine)) {
    const { id } = row
    const [known, there] = [isFirst ? undefined : cache.metPlans.get(id), readMyPlan(doc, id)]
    const title = row.title === '' && !row.coming ? '' : choose(row.title || there.title, known?.title, there.title, '')
    const archived = choose(row.archived, known?.archived, there.archived ?? false, false)
    if (title !== '' && title !== there.title) setMyPlan(doc, id, { title }, now, randomness)
    if (archived !== (there.archived ?? false)) setMyPlan(doc, id, { archived }, now, randomness)
    if (row.seen !== null) addSeen(doc, id, row.seen, randomness)
    const seen = readSeen(doc, id)
    metPlans.set(id, { title, archived })
    const seesMore = seen !== null && !holdsSeen(row.seen, seen)
    seesMoreOfSome ||= seesMore
    if (title !== row.title || archived !== row.archived || seesMore)
      changed.push({
        id,
        change: (current) => ({
          ...current,
          ...(current.title === row.title ? { title } : {}),
          ...(current.archived === row.archived ? { archived } : {}),
          ...(seesMore ? { seen: joinSeen(current.seen, seen) } : {}),
          ...(current.coming === 'title' && title !== '' ? { coming: 'content' as const } : {}),
        }),
      })
  }
  const here = new Set([...rows.map(({ id }) => id), ...cache.takenOff])
  const added = readMyPlans(doc)
    .filter(({ id }) => !here.has(id))
    .map(({ id, title, archived }): PlanRow => {
      metPlans.set(id, { title, archived: archived ?? false })
      const coming = title === '' ? 'title' : 'content'
      return {
        ...newRow(id, 'joined', title, now),
        archived: archived ?? false,
        seen: readSeen(doc, id),
        coming,
      }
    })
  return {
    cache: { home, me, metMe: me, metPlans, takenOff: cache.takenOff },
    changed,
    seesMore: seesMoreOfSome,
    added,
  }
}

/** Opened as the person of this device, and not refused by the relay. */
const isMine = ({ person, coming }: PlanRow): boolean => !person && coming !== 'refused'

/** `empty`: says nothing, and is neither taken nor given. */
const choose = <Value>(here: Value, met: Value | undefined, home: Value, empty: Value): Value => {
  const isChangedHere = here !== met && (met !== undefined || home === empty)
  return isChangedHere && (here !== empty || met !== undefined) ? here : home
}

const meetDetails = (
  theirs: MyDetails,
  { me, metMe }: HomeCache,
  rows: readonly PlanRow[],
  isFirst: boolean,
): MyDetails => {
  const pick = <Name extends keyof MyDetails>(name: Name): MyDetails[Name] =>
    isFirst ? (theirs[name] ?? me[name]) : me[name] === metMe[name] ? theirs[name] : me[name]
  const picked = Object.fromEntries(DETAILS.map((name) => [name, pick(name)]))
  const details: MyDetails = { ...NO_DETAILS, ...picked }
  return isFirst && details.name === null ? { ...details, name: nameIn(rows) } : details
}

/** What I am called in the plan that I opened last and have a name in: before there was a home it was typed for each. */
const nameIn = (rows: readonly PlanRow[]): string | null =>
  rows
    .filter(isMine)
    .toSorted((a, b) => b.openedAt - a.openedAt)
    .map(({ myName }) => myName ?? '')
    .find((name) => name !== '') ?? null
