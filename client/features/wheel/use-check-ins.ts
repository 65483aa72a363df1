/** The wheels of a plan as the screen follows them: a light list of all, and one of them whole. */
import { createMemo, type Accessor } from 'solid-js'
import { type CheckIn, readCheckIn } from '#domain/check-ins.ts'
import type { EntityId } from '#domain/entities.ts'
import { readIds } from '#domain/making.ts'
import type { PlanDoc } from '#domain/plan-doc.ts'
import { followDoc, sameContent, sameList } from '#reactive/follow-doc.ts'

/** What the list needs of a wheel: nothing of it changes but that it gets finished. */
export type Moment = Pick<CheckIn, 'id' | 'who' | 'at' | 'maker' | 'corrects' | 'finished'>

/** The latest first. Five years of use are a thousand wheels, so those that are finished are read once. */
export const followMoments = (doc: PlanDoc): Accessor<readonly Moment[]> => {
  const known = new Map<EntityId, Moment>()
  const read = (id: EntityId): readonly Moment[] => {
    const before = known.get(id)
    if (before?.finished) return [before]
    const now = readCheckIn(doc, id)
    if (now === null) return []
    if (before !== undefined && !now.finished) return [before]
    const { who, at, maker, corrects, finished } = now
    const moment = { id, who, at, maker, corrects, finished }
    known.set(id, moment)
    return [moment]
  }
  return followDoc(
    doc,
    () =>
      readIds(doc, 'checkIn')
        .flatMap(read)
        .toSorted((a, b) => b.at - a.at),
    sameList,
  )
}

export const followCheckIn = (doc: PlanDoc, id: Accessor<EntityId | null>): Accessor<CheckIn | null> => {
  const changed = followDoc(doc, () => ({}))
  return createMemo<CheckIn | null>(
    () => {
      changed()
      const wanted = id()
      return wanted === null ? null : readCheckIn(doc, wanted)
    },
    null,
    { equals: sameContent },
  )
}
