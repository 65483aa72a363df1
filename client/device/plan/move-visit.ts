/**
 * Moves a plan that is being visited to a new key card: with the earlier keys an invitation, with the new ones the join. The
 * relay's answer to each may be lost; the next visit goes on from what the records say.
 */
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import type { Randomness } from '#domain/document/values.ts'
import { readPerson, setMyColour, setMyName } from '#domain/plan/people.ts'
import { type Chain, currentPerson, roleOf } from '#shared/chain/chain.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import { ID_BYTES, type PersonId, toLocator, type WorkspaceId } from '#shared/protocol/ids.ts'
import { ROOM_INVITATION_MS } from '#shared/protocol/limits.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import { makeInvite, makeJoin } from '#keys/make-records.ts'
import { kept } from '#storage/failure.ts'
import type { Moving } from '#storage/moving.ts'
import type { PlanRow } from '#storage/rows.ts'
import { knock, openVisit } from '#sync/invitation/visit-invitation.ts'
import type { RefusalReason } from '#sync/refusal-reason.ts'
import type { OpenPlanContext, PlanCore } from './plan-core.ts'
import { nextMove } from '#keys/next-move.ts'

/** The relay says that this person is no member, or nobody of its knowing. */
const isTurnedAway = (reason: RefusalReason): boolean => reason === 'removed' || reason === 'unknown'

type Change = (row: PlanRow) => PlanRow

/** Of this row, whatever else changed in it meanwhile. */
const setMove =
  (move: Moving | null): Change =>
  (row) => ({ ...row, move })
/** From here on the plan is opened as the new person. */
const follow = ({ from, to }: Moving, device: PersonId): Change => {
  const person = to === device ? null : to
  return (row) => ({ ...row, person, move: { from, to, stage: 'carry' } })
}
/** It stays with the person as whom it was opened. */
const stay = (move: Moving, elsewhere: boolean): Change =>
  move.stage === 'ask' ? setMove(null) : setMove({ ...move, stage: 'gone', elsewhere })

/** `device`: the person of this device now. */
type Place = Pick<OpenPlanContext, 'relay' | 'environment' | 'database'> & {
  readonly id: WorkspaceId
  readonly device: PersonId
}

/** The records alone say whose keys these are; here only whether a visit with the new ones makes sense. */
const followIfMember = async (place: Place, move: Moving, to: KeyHolder): Promise<Change | null> => {
  const { relay, environment, id } = place
  const answer = await knock({ relay, environment, workspace: id, person: to })
  if (answer === 'unheard') return null
  return answer === 'member' ? follow(move, place.device) : stay(move, false)
}

const join = async (place: Place, core: PlanCore, move: Moving, to: KeyHolder): Promise<Change | null> => {
  const { relay, environment, database, id } = place
  const { session } = core
  const { chain } = session.state()
  const step = chain && nextMove(chain, move.from, move.to, session.relayNow())
  if (step?.name !== 'join') return null
  const { locator } = step
  const visit = openVisit({ relay, environment, workspace: id, locator, invitation: to })
  const result = await visit.join((now) => makeJoin(now, to, to, locator))
  if (result.ok) {
    // Records that the disk refused arrive again with the log.
    await kept(database.syncStore(id).addRecords(result.records))
    return follow(move, place.device)
  }
  return result.reason === 'used' ? followIfMember(place, move, to) : null // or it is made anew the next time
}

/**
 * Goes as far as it can with a plan whose edits are shared as far as they can be. `null`: nothing has changed, and a later visit
 * goes on.
 */
export const moveVisited = async (
  place: Place,
  core: PlanCore,
  move: Moving,
  to: KeyHolder,
): Promise<Change | null> => {
  const { session, person } = core
  const { chain, connection } = session.state()
  if (move.stage === 'carry' || move.stage === 'share' || move.stage === 'gone') return null
  if (typeof connection === 'object') {
    if (!isTurnedAway(connection.refused)) return null
    const elsewhere = chain !== null && currentPerson(chain, move.from) !== move.from
    if (elsewhere && chain !== null && roleOf(chain, move.to) === null) return stay(move, true)
    return followIfMember(place, move, to)
  }
  if (connection !== 'online' || chain === null) return null
  const step = nextMove(chain, move.from, move.to, session.relayNow())
  if (step.name === 'moved') return follow(move, place.device)
  if (step.name === 'gone' || move.stage === 'ask') return stay(move, step.name === 'gone' && step.elsewhere)
  const locator = toLocator(place.environment.randomBytes(ID_BYTES))
  const outcome = await session.append(async (now, secret) => {
    const next = nextMove(now, move.from, move.to, session.relayNow())
    if (next.name !== 'invite') return null
    const expiresAt = session.relayNow() + ROOM_INVITATION_MS
    return makeInvite(now, person, to, secret, { locator, role: next.role, expiresAt, inviterBecomes: 'none' })
  })
  return outcome === 'done' ? join(place, core, move, to) : null
}

/**
 * What is left to do once the plan was visited with the new keys, and its log is here. `carries`: what the earlier person had not
 * shared becomes the new one's. `null`: a later visit goes on.
 */
export const afterMove = (
  core: PlanCore,
  move: Moving,
): { readonly carries: boolean; readonly change: Change } | null => {
  const { chain, connection, dirty } = core.session.state()
  const away = typeof connection === 'object' && isTurnedAway(connection.refused)
  if (connection !== 'online' && !away) return null
  const isTheirs = (now: Chain): boolean =>
    currentPerson(now, move.from) === move.to || (move.joined === true && roleOf(now, move.to) !== null)
  // A relay that said so lied: nothing of one person is given to another.
  if (chain === null || !isTheirs(chain))
    return { carries: false, change: (row) => ({ ...row, person: move.from, move: { ...move, stage: 'gone' } }) }
  if (away) return { carries: false, change: setMove(null) }
  if (move.stage === 'carry') return { carries: true, change: setMove({ ...move, stage: 'share' }) }
  return dirty ? null : { carries: false, change: setMove(null) }
}

/** The new person's name and colour, as the earlier one had them; `null`: they stand there already, or may not be written. */
export const nameAgain = (
  { doc, session }: PlanCore,
  { from, to }: Moving,
  randomness: Randomness,
): ((doc: PlanDoc) => void) | null => {
  const { chain } = session.state()
  const [before, now] = [readPerson(doc, from, session), readPerson(doc, to, session)]
  if (chain === null || !mayWrite(roleOf(chain, to)) || before.name === '' || now.name !== '') return null
  return (into) => {
    setMyName(into, to, before.name, randomness)
    setMyColour(into, to, before.colour, randomness)
  }
}
