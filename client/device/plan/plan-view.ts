/** An open plan as signals for screens, each set only when its value has changed. Reads; changes nothing. */
import { createSignal } from 'solid-js'
import { boundMoment } from '#domain/document/days.ts'
import { sameList } from '#domain/document/memoize.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { readPlan } from '#domain/document/read-plan.ts'
import { tellApart } from '#domain/plan/names.ts'
import { readPerson } from '#domain/plan/people.ts'
import type { Member, OpenInvitation, OpenPlan, Sharing } from '#ports/open-plan.ts'
import { openInvitations, roleOf } from '#shared/chain/chain.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { LocalCopy } from '#storage/document/local-copy.ts'
import type { InvitationRow } from '#storage/rows.ts'
import type { Session, SessionState } from '#sync/session/session.ts'

const toSharing = (copy: LocalCopy, state: SessionState): Sharing => {
  const { missingFromLog, fullness, busy, checking } = state
  return {
    ...sharingOf(copy, state),
    ...(missingFromLog.length > 0 ? { missingFromLog } : {}),
    ...(fullness >= NEARLY_FULL ? { nearlyFull: true } : {}),
    ...(busy ? { busy } : {}),
    ...(checking ? { checking } : {}),
  }
}

const sharingOf = (copy: LocalCopy, { connection, dirty, sharedAt, chain }: SessionState): Sharing => {
  const alone = chain !== null && chain.members.size === 1 && openInvitations(chain).length === 0
  const saved = copy.state()
  if (alone) return { saved, shared: { name: 'only-here' }, connection }
  if (!dirty && sharedAt !== null) return { saved, shared: { name: 'shared', at: sharedAt }, connection }
  return { saved, shared: { name: connection === 'online' ? 'sharing' : 'not-shared-yet' }, connection }
}

/**
 * Share of the relay's limit for one plan (PROTOCOL.md, S8) from which people are warned: time remains to go on in another.
 */
const NEARLY_FULL = 0.8

export type PlanView = Pick<OpenPlan, 'role' | 'mayRule' | 'members' | 'invitations' | 'sharing'> & { update(): void }

/** `rows`: the invitations whose link is on this device. */
export const createPlanView = (
  doc: PlanDoc,
  copy: LocalCopy,
  session: Session,
  me: PersonId,
  rows: () => readonly InvitationRow[],
): PlanView => {
  const readHere = (): ReadonlySet<PersonId> =>
    new Set(
      [...session.awareness.getStates().keys()]
        .map((client) => session.personAt(client))
        .filter((person) => person !== null),
    )
  const readMembers = (): readonly Member[] => {
    const here = readHere()
    const members = [...(session.state().chain?.members.values() ?? [])]
    const people = members.map(({ person }) => readPerson(doc, person, session))
    const told = tellApart(people)
    return members.map(({ person, role }, at) => {
      const { name: given = '', colour = 0 } = people[at] ?? {}
      const { name, nth } = told.get(person) ?? { name: given, nth: null }
      return { person, role, name, given, nth, colour, me: person === me, here: person === me || here.has(person) }
    })
  }
  const readInvitations = (): readonly OpenInvitation[] => {
    const { chain } = session.state()
    return (chain === null ? [] : openInvitations(chain)).map(({ locator, role, expiresAt, inviter }) => {
      const link = rows().find((row) => row.locator === locator && row.kind === 'made')?.link ?? null
      return { locator, role, expiresAt: boundMoment(expiresAt), byMe: inviter === me, link }
    })
  }
  // Before any record is here there is no role yet; a reader's screen promises the least.
  const readRole = () => {
    const { chain } = session.state()
    return (chain && roleOf(chain, me)) ?? 'reader'
  }
  /** All that who takes part is made of: as long as it is the same, a keystroke reads nobody again. */
  const readCircle = (): readonly unknown[] => [session.state().chain, rows(), readPlan(doc).fields.plan, ...readHere()]
  const equals = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  let circle = readCircle()
  const [role, setRole] = createSignal(readRole())
  const [members, setMembers] = createSignal(readMembers(), { equals })
  const [invitations, setInvitations] = createSignal(readInvitations(), { equals })
  const [sharing, setSharing] = createSignal(toSharing(copy, session.state()), { equals })
  const update = (): void => {
    setSharing(toSharing(copy, session.state()))
    const before = circle
    circle = readCircle()
    if (sameList(before, circle)) return
    setRole(readRole())
    setMembers(readMembers())
    setInvitations(readInvitations())
  }
  /** Whoever began the plan wrote its first epoch. */
  const mayRule = (person: PersonId): boolean => {
    const { chain } = session.state()
    return chain !== null && (roleOf(chain, person) === 'owner' || chain.epochs[0].author === person)
  }
  return { role, mayRule, members, invitations, sharing, update }
}
