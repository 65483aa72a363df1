/** An open plan as signals for screens, each set only when its value has changed. Reads; changes nothing. */
import { createSignal } from 'solid-js'
import { boundMoment } from '#domain/document/days.ts'
import { groupBy } from '#domain/document/group-by.ts'
import { sameList } from '#domain/document/memoize.ts'
import type { Authors } from '#domain/document/own-words.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { readPlan } from '#domain/document/read-plan.ts'
import { isForSomeone } from '#domain/plan/plan.ts'
import { planPersonOf } from '#domain/plan/plan-person.ts'
import { tellApart } from '#domain/plan/names.ts'
import { readPerson } from '#domain/plan/people.ts'
import type { Ended, Member, OpenInvitation, OpenPlan, Sharing } from '#ports/open-plan.ts'
import { currentPerson, endOfMembership, openInvitations, ownersOf, roleOf } from '#shared/chain/chain.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { LocalCopy } from '#storage/document/local-copy.ts'
import type { InvitationRow, PlanRow } from '#storage/rows.ts'
import type { Session, SessionState } from '#sync/session/session.ts'

/** A record decides; where there is none here, the relay's word is passed on as its own. */
const toEnded = ({ chain, connection }: SessionState, me: PersonId): Ended | null => {
  const now = chain === null ? me : currentPerson(chain, me)
  if (now !== me) return { how: 'moved', by: now }
  const known = chain && endOfMembership(chain, me)
  if (known !== null) return known
  return typeof connection === 'object' && connection.refused === 'removed' ? { how: 'removed', by: null } : null
}

const toSharing = (copy: LocalCopy, session: Session, ended: Ended | null, mayWrite: boolean): Sharing => {
  const state = session.state()
  const { missingFromLog, fullness, busy, checking } = state
  const unshared = mayWrite || !state.dirty ? [] : session.unsharedWords()
  return {
    ...sharingOf(copy, state, ended),
    ...(ended === null ? {} : { connection: { refused: ended.how } }),
    ...(missingFromLog.length > 0 ? { missingFromLog } : {}),
    ...(fullness >= NEARLY_FULL ? { nearlyFull: true } : {}),
    ...(busy ? { busy } : {}),
    ...(checking ? { checking } : {}),
    ...(unshared.length > 0 ? { unshared } : {}),
  }
}

const sharingOf = (
  copy: LocalCopy,
  { connection, dirty, sharedAt, chain }: SessionState,
  ended: Ended | null,
): Sharing => {
  const alone = ended === null && chain !== null && chain.members.size === 1 && openInvitations(chain).length === 0
  const saved = copy.state()
  if (!dirty && sharedAt !== null)
    return { saved, shared: { name: alone ? 'kept' : 'shared', at: sharedAt }, connection }
  if (connection === 'online') return { saved, shared: { name: alone ? 'keeping' : 'sharing' }, connection }
  return { saved, shared: { name: alone ? 'only-here' : 'not-shared-yet' }, connection }
}

/**
 * Share of the relay's limit for one plan (PROTOCOL.md, S8) from which people are warned: time remains to go on in another.
 */
const NEARLY_FULL = 0.8

export type PlanView = Pick<
  OpenPlan,
  'role' | 'mayRule' | 'planPerson' | 'members' | 'invitations' | 'sharing' | 'ended'
> & {
  update(): void
}

/** `rows`: the invitations whose link is on this device. */
export const createPlanView = (
  workspace: WorkspaceId,
  doc: PlanDoc,
  copy: LocalCopy,
  session: Session,
  me: PersonId,
  authors: Authors,
  rows: () => readonly InvitationRow[],
  forWhom: PlanRow['forWhom'],
): PlanView => {
  /** This device may have an earlier key of a person who has moved to a new card: it is still theirs. */
  const meNow = (): PersonId => authors.currentPerson?.(me) ?? me
  const readHere = (): ReadonlySet<PersonId> =>
    new Set(
      [...session.awareness.getStates().keys()]
        .map((client) => authors.personAt(client))
        .filter((person) => person !== null),
    )
  const readPlanPerson = (): PersonId | null => {
    const { chain } = session.state()
    if (chain === null) return null
    const founder = currentPerson(chain, chain.epochs[0].author)
    const handedOver = [...chain.invitations.values()].flatMap(({ role, inviter, inviterBecomes, joiner }) =>
      role === 'owner' && inviterBecomes === 'editor' && joiner !== undefined
        ? [[currentPerson(chain, inviter), currentPerson(chain, joiner)] as const]
        : [],
    )
    return planPersonOf({
      founder,
      owners: ownersOf(chain).map(({ person }) => person),
      handedOver: new Map(handedOver),
      forSomeone: (forWhom === 'someone' && founder === meNow()) || isForSomeone(readPlan(doc), founder, authors),
    })
  }
  /** The plan's person first. */
  const readMembers = (): readonly Member[] => {
    const [here, now] = [readHere(), meNow()]
    const { chain } = session.state()
    const members = [...(chain?.members.values() ?? [])]
    const before = groupBy([...(chain?.movedTo.keys() ?? [])], (person) => authors.currentPerson?.(person))
    const people = members.map(({ person }) => readPerson(doc, person, authors))
    const told = tellApart(people)
    const all = members.map(({ person, role }, at) => {
      const { name: given = '', colour = 0 } = people[at] ?? {}
      const { name, nth } = told.get(person) ?? { name: given, nth: null }
      const earlier = before.get(person)
      const member = { person, role, name, given, nth, colour, me: person === now }
      const isHere = person === now || here.has(person)
      return { ...member, here: isHere, ...(earlier === undefined ? {} : { earlier }) }
    })
    const whose = readPlanPerson()
    return all.toSorted((one, other) => Number(other.person === whose) - Number(one.person === whose))
  }
  const readInvitations = (): readonly OpenInvitation[] => {
    const { chain } = session.state()
    const mine = rows().filter((row) => row.kind === 'made' && row.workspace === workspace)
    const recorded = (chain === null ? [] : openInvitations(chain)).map(({ locator, role, expiresAt, inviter }) => {
      const link = mine.find((row) => row.locator === locator)?.link ?? null
      const until = boundMoment(session.toDeviceTime(expiresAt))
      return { locator, role, expiresAt: until, inviter, byMe: inviter === me, link, failure: null }
    })
    const waiting = mine.flatMap(({ locator, link, waiting: terms }): OpenInvitation[] =>
      terms === null || chain?.invitations.has(locator)
        ? []
        : [{ locator, role: terms.role, expiresAt: null, inviter: me, byMe: true, link, failure: terms.failure }],
    )
    return [...recorded, ...waiting]
  }
  // Before any record is here there is no role yet; a reader's screen promises the least. Only a record takes the pen away:
  // a relay that says "removed" stops no writing.
  const readRole = () => {
    const { chain } = session.state()
    return (chain !== null && !chain.closed ? roleOf(chain, me) : null) ?? 'reader'
  }
  const readEnded = () => toEnded(session.state(), me)
  /** All that who takes part is made of: as long as it is the same, a keystroke reads nobody again. */
  const readCircle = (): readonly unknown[] => [session.state().chain, rows(), readPlan(doc).fields.plan, ...readHere()]
  const equals = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
  let circle = readCircle()
  const [role, setRole] = createSignal(readRole())
  const [planPerson, setPlanPerson] = createSignal(readPlanPerson())
  const [members, setMembers] = createSignal(readMembers(), { equals })
  const [invitations, setInvitations] = createSignal(readInvitations(), { equals })
  const [ended, setEnded] = createSignal(readEnded(), { equals })
  const readSharing = (): Sharing =>
    toSharing(copy, session, ended(), readRole() !== 'reader' || ended()?.how === 'moved')
  const [sharing, setSharing] = createSignal(readSharing(), { equals })
  const update = (): void => {
    setEnded(readEnded())
    setSharing(readSharing())
    const before = circle
    circle = readCircle()
    if (sameList(before, circle)) return
    setRole(readRole())
    setPlanPerson(readPlanPerson())
    setMembers(readMembers())
    setInvitations(readInvitations())
  }
  /** Whoever began the plan wrote its first epoch. */
  const mayRule = (person: PersonId): boolean => {
    const { chain } = session.state()
    return (
      chain !== null && (roleOf(chain, person) === 'owner' || currentPerson(chain, chain.epochs[0].author) === person)
    )
  }
  return { role, mayRule, planPerson, members, invitations, sharing, ended, update }
}
