/** How far a plan has moved to a new key card, as its row says. Stored data is outside input. */
import * as v from 'valibot'
import { parsePersonId, type PersonId } from '#shared/protocol/ids.ts'

/**
 * `ask`: if the plan has moved there already, this device follows. `waiting`: it is still to be moved. `carry`: it has moved;
 * edits of the earlier person that were not shared may be here. `share`: they are the new person's, and are to be shared. `gone`:
 * the earlier person takes part no more, and the new one does not.
 */
type MoveStage = (typeof MOVE_STAGES)[number]
const MOVE_STAGES = ['ask', 'waiting', 'carry', 'share', 'gone'] as const
/** `elsewhere`: by another new card, which was first. `joined`: the new person has joined by somebody's invitation instead. */
export type Moving = {
  readonly from: PersonId
  readonly to: PersonId
  readonly stage: MoveStage
  readonly elsewhere?: boolean | undefined
  readonly joined?: boolean | undefined
}

/** A plan of the person so far, once this device is another's: it stays theirs, or moves along. */
export const leaveBehind = <Row extends { readonly person?: PersonId | null | undefined }>(
  row: Row,
  before: PersonId,
  movesTo: PersonId | undefined,
): Row => {
  if (row.person) return row
  const move: Moving | null = movesTo === undefined ? null : { from: before, to: movesTo, stage: 'waiting' }
  return { ...row, person: before, ...(move === null ? {} : { move }) }
}

/**
 * A plan that the person of this device has joined. If it stood here as an earlier person, it is theirs now; words that were not
 * shared go along only where that person has moved to this one's card: others may have used this device.
 */
export const followJoin = <
  Row extends { readonly person?: PersonId | null | undefined; readonly move?: Moving | null | undefined },
>(
  row: Row,
  me: PersonId,
): Row => {
  if (!row.person || row.person === me) return row
  const isOwn = row.move?.from === row.person && row.move.to === me
  const move: Moving | null = isOwn ? { from: row.person, to: me, stage: 'carry', joined: true } : null
  return { ...row, person: null, move }
}

const PERSON_ID = v.pipe(v.string(), v.transform(parsePersonId))
/** A move of nobody is none. */
export const MOVING = v.pipe(
  v.object({
    from: PERSON_ID,
    to: PERSON_ID,
    stage: v.picklist(MOVE_STAGES),
    elsewhere: v.optional(v.boolean()),
    joined: v.optional(v.boolean()),
  }),
  v.transform(({ from, to, ...rest }): Moving | null => (from === null || to === null ? null : { from, to, ...rest })),
)
