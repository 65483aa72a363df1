/** Who takes part in a plan since I last looked, for the home screen: a stranger in the circle must not go unseen. Pure. */
import type { Ended, Member } from '#ports/open-plan.ts'
import type { CircleRow } from '#storage/rows.ts'

/** Names of this many are stored. */
const MAX_NAMES = 20

/** Nobody is new to somebody who never looked here. */
export const newcomersSince = (before: CircleRow | null, members: readonly Member[]): readonly Member[] => {
  const known = before?.known ?? null
  return known === null ? [] : members.filter(({ me, person }) => !me && !known.includes(person))
}

/** The row as it is now, measured from the last look. */
export const toCircleRow = (before: CircleRow | null, members: readonly Member[], ended: Ended | null): CircleRow => ({
  known: before?.known ?? null,
  newcomers: newcomersSince(before, members)
    .slice(0, MAX_NAMES)
    .map(({ name }) => name),
  mayRemove: members.some(({ me, role }) => me && role === 'owner'),
  ended: ended?.how ?? null,
})

/** The row after a look. */
export const toSeenCircle = (members: readonly Member[], ended: Ended | null): CircleRow => ({
  ...toCircleRow(null, members, ended),
  known: members.map(({ person }) => person),
})
