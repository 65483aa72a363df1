/**
 * When a thing was made: its device says so, and a device's clock may have stood years ahead. Moments are bounded where they are
 * read, by what the log and the relay's time know, and mended by their author's own device. Knows no meaning of a thing.
 */
import * as Y from 'yjs'
import type { EntityId } from './entity-id.ts'
import { memoize } from './memoize.ts'
import { type EntityKind, entitiesOf } from './plan-doc.ts'

/** What a device knows of time. */
export type Times = {
  /** ms since epoch, by the relay's clock as far as it was heard. */
  readonly now: number
  /** When the log had the last edit under a clientID, in ms since epoch: nothing under it was made later. `null`: unknown. */
  editedAt?(client: number): number | null
}

export type Dated = { readonly id: EntityId; readonly at: number; readonly maker: number | null }

/** How far a clock may be ahead. */
const AHEAD_MS = 24 * 3_600_000

/** The same thing, made at another moment: one object for as long as the thing and the moment stay. */
const datedAt = memoize<Dated, number, Dated>((thing, at) =>
  Object.defineProperties(Object.create(null), {
    ...Object.getOwnPropertyDescriptors(thing),
    at: { value: at, enumerable: true },
  }),
)

/** Newest first. */
export const byMoment = (a: Dated, b: Dated): number => b.at - a.at || (a.id < b.id ? -1 : 1)

/**
 * A list with the newest first, where no thing is younger than the log knows, and those of a later day stand behind all others:
 * what was dated years ahead would else stay the latest until then. Without times, as they are dated.
 */
export const inTime = <Thing extends Dated>(things: readonly Thing[], times: Times | null): readonly Thing[] => {
  if (times === null) return things
  const bounded = things.map((thing) => {
    const last = thing.maker === null ? null : (times.editedAt?.(thing.maker) ?? null)
    return last === null || thing.at <= last ? thing : (datedAt(thing, last) as Thing)
  })
  const sorted = bounded.every((thing, index) => thing === things[index]) ? things : bounded.toSorted(byMoment)
  const first = sorted.findIndex(({ at }) => at <= times.now + AHEAD_MS)
  return first <= 0 ? sorted : [...sorted.slice(first), ...sorted.slice(0, first)]
}

/** Less than this, in ms, is no wrong clock: a slow network brings the relay's time late. */
const NEAR_MS = 60_000

/** The origin of mending. It is no function, as every intent is, so undo does not track it. */
const MENDING = { name: 'mendMoments' }

/**
 * Dates things of this person anew that are dated ahead of the relay's time: their device's clock stood wrong. Only its author's
 * device does it, so the value is never set by two people. Releases before read what stands here too.
 */
export const mendMoments = (
  doc: Y.Doc,
  kind: EntityKind,
  things: readonly Dated[],
  { now, editedAt }: Times,
  isMine: (client: number) => boolean,
): void => {
  const ahead = things.filter(({ at, maker }) => at > now + NEAR_MS && maker !== null && isMine(maker))
  if (ahead.length === 0) return
  doc.transact(() => {
    for (const { id, maker } of ahead) {
      const map: unknown = entitiesOf(doc, kind).get(id)
      if (map instanceof Y.Map) map.set('at', Math.floor(Math.min(now, editedAt?.(maker ?? 0) ?? now)))
    }
  }, MENDING)
}
