/** Who takes part in a plan since I last looked, for the home screen: a stranger in the circle must not go unseen. Pure. */
import { memberOf } from '#domain/plan/names.ts'
import type { Ended, Member } from '#ports/open-plan.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { Role } from '#shared/chain/roles.ts'
import type { CircleRow } from '#storage/rows.ts'

/** Names of this many are stored. */
const MAX_NAMES = 20

/** Nobody is new to somebody who never looked here. */
export const newcomersSince = (before: CircleRow | null, members: readonly Member[]): readonly Member[] => {
  const known = before?.known ?? null
  return known === null ? [] : members.filter((member) => !member.me && !isKnown(known, member))
}

const isKnown = (known: readonly PersonId[], { person, earlier = [] }: Member): boolean =>
  [person, ...earlier].some((one) => known.includes(one))

/** Whoever has new keys is nobody new; but whoever has the old ones could have done it. */
export const renewedSince = (before: CircleRow | null, members: readonly Member[]): readonly Member[] => {
  const known = before?.known ?? null
  return known === null
    ? []
    : members.filter((member) => !member.me && !known.includes(member.person) && isKnown(known, member))
}
/** Of those who took part at my last look, who does not any more. */
export const goneSince = (before: CircleRow | null, members: readonly Member[]): readonly PersonId[] =>
  (before?.known ?? []).filter((person) => !members.some((member) => isKnown([person], member)))

/** What I could do at my last look, where it is another thing now; `null`: the same, or not known. */
export const roleBefore = (before: CircleRow | null, members: readonly Member[]): Role | null => {
  const [was, now] = [before?.role ?? null, roleIn(members)]
  return was === now || now === null ? null : was
}
const roleIn = (members: readonly Member[]): Role | null => members.find(({ me }) => me)?.role ?? null

const namesOf = (members: readonly Member[]): readonly string[] => members.slice(0, MAX_NAMES).map(({ name }) => name)

const idsOf = (members: readonly Member[]): readonly PersonId[] => members.map(({ person }) => person)

/** Whoever is there when this device hears of the circle for the first time is nobody new; without myself I have not heard all. */
const firstKnown = (members: readonly Member[]): readonly PersonId[] | null =>
  members.some(({ me }) => me) ? idsOf(members) : null

/** The row as it is now, measured from the last look. */
export const toCircleRow = (
  before: CircleRow | null,
  members: readonly Member[],
  ended: Ended | null,
  gone: readonly Gone[] = [],
): CircleRow => ({
  known: before?.known ?? firstKnown(members),
  newcomers: namesOf(newcomersSince(before, members)),
  renewed: namesOf(renewedSince(before, members)),
  gone: gone.slice(0, MAX_NAMES).map(({ name }) => name),
  role: before?.role ?? roleIn(members),
  mayRemove: members.some(({ me, role }) => me && role === 'owner'),
  ended: ended?.how ?? null,
})

/** The row after a look. */
export const toSeenCircle = (members: readonly Member[], ended: Ended | null): CircleRow => ({
  ...toCircleRow(null, members, ended),
  known: idsOf(members),
})

export type Gone = Pick<Member, 'person' | 'name'>

export type CircleNews = {
  newcomers(): readonly Member[]
  renewed(): readonly Member[]
  /** Who takes no part any more, by others' doing or their own. */
  gone(): readonly Gone[]
  roleBefore(): Role | null
  /** This person knows of them: they are no news, now or at the next look. */
  welcome(people: readonly PersonId[]): void
  /** Who takes part, for the row as it was before; `isSeen`: this person is looking. */
  circle(before: CircleRow | null, isSeen?: boolean): CircleRow
}

/**
 * The news since the look that `before` tells of; who never looked here looks now, once all of the log is here. `nameOfGone`: of
 * somebody who takes no part any more; `null`: that is no news to this person.
 */
export const followCircle = (
  before: CircleRow | null,
  { members, ended }: { members(): readonly Member[]; ended(): Ended | null },
  isOnline: () => boolean,
  nameOfGone: (person: PersonId) => string | null,
): CircleNews => {
  let looked = before
  const welcomed = new Set<PersonId>()
  const withWelcomed = (row: CircleRow | null): CircleRow | null =>
    row === null || row.known === null ? row : { ...row, known: [...new Set([...row.known, ...welcomed])] }
  const last = (): CircleRow | null => {
    if ((looked?.known ?? null) === null && isOnline()) looked = toCircleRow(null, members(), ended())
    return withWelcomed(looked)
  }
  const gone = (row: CircleRow | null): readonly Gone[] =>
    goneSince(row, members()).flatMap((person) => {
      const name = nameOfGone(person)
      return name === null ? [] : [{ person, name }]
    })
  return {
    newcomers: () => newcomersSince(last(), members()),
    renewed: () => renewedSince(last(), members()),
    gone: () => gone(last()),
    roleBefore: () => roleBefore(last(), members()),
    welcome: (people) => people.forEach((person) => welcomed.add(person)),
    circle: (row, isSeen = false) =>
      isSeen
        ? toSeenCircle(members(), ended())
        : toCircleRow(withWelcomed(row), members(), ended(), gone(withWelcomed(row))),
  }
}

/** Whose the plan is. */
export const toWhoseRow = (person: PersonId | null, members: readonly Member[]): string | null | undefined => {
  if (person === null) return undefined
  const found = memberOf(members, person)
  return found?.me === true ? null : (found?.name ?? '')
}
