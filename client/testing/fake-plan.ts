/** An open plan without keys, sockets or storage: a screen sees whatever a test sets. */
import { createFakeHistory } from './fake-history.ts'
import { createSignal } from 'solid-js'
import { Awareness } from 'y-protocols/awareness'
import { beginPlan } from '#domain/plan/plan.ts'
import { createPlanDoc, type PlanDoc } from '#domain/document/plan-doc.ts'
import type { Alarm, AlarmName } from '#domain/plan/alarms.ts'
import type {
  Ended,
  History,
  InviteOptions,
  InviteResult,
  Member,
  OpenInvitation,
  OpenPlan,
  PersonNews,
  RecordResult,
  Sharing,
} from '#ports/open-plan.ts'
import { NO_UNDO, type StoredUndo } from '#domain/undo/stored-undo.ts'
import type { Role } from '#shared/chain/roles.ts'
import {
  toLocator,
  toPersonId,
  toWorkspaceId,
  type Locator,
  type PersonId,
  type WorkspaceId,
} from '#shared/protocol/ids.ts'

const bytes = (fill: number): Uint8Array => new Uint8Array(16).fill(fill)
export const personId = (fill: number): PersonId => toPersonId(bytes(fill))
export const workspaceId = (fill: number): WorkspaceId => toWorkspaceId(bytes(fill))
export const locator = (fill: number): Locator => toLocator(bytes(fill))

export const ME: Member = { person: personId(1), role: 'owner', name: 'Ans', colour: 2, me: true, here: true }
export const WORKER: Member = { person: personId(2), role: 'editor', name: 'Wanda', colour: 5, me: false, here: true }
export const BROTHER: Member = { person: personId(3), role: 'reader', name: '', colour: 1, me: false, here: false }

/** Sunday 22 November 2026, 14:12 in the reader's time zone. */
export const NOW = new Date(2026, 10, 22, 14, 12).getTime()
export const MINUTE_MS = 60_000

export const SHARED: Sharing = {
  saved: 'saved',
  shared: { name: 'shared', at: NOW - 2 * MINUTE_MS },
  connection: 'online',
}

/** A repeatable sequence without repetition within one test: Lehmer's generator with the multiplier of Park and Miller. */
export const createRandomness = (seed = 0) => {
  let next = ((seed + 1) * 48_271) % 2_147_483_647
  const draw = (): number => (next = (next * 48_271) % 2_147_483_647) >> 16
  return { randomBytes: (length: number): Uint8Array => new Uint8Array(length).map(draw) }
}

/** An alarm with defaults for everything that does not matter. */
export const alarm = (name: AlarmName, changes: Partial<Alarm> = {}): Alarm => ({
  id: `${name}/${changes.person ?? ''}/${changes.place ?? 12}`,
  name,
  person: null,
  place: 12,
  at: NOW - MINUTE_MS,
  count: 1,
  lost: '',
  putAwayAt: null,
  ...changes,
})

const NO_HISTORY: History = createFakeHistory(() => ({ base: null, entries: [] }))

export type FakePlanOptions = {
  id?: WorkspaceId
  title?: string
  /** The document, such as the sample plan's, with its authors. */
  doc?: PlanDoc
  personAt?: (client: number) => PersonId | null
  editedAt?: OpenPlan['editedAt']
  /** Two plans that will be merged need different randomness. */
  seed?: number
  members?: readonly Member[]
  invitations?: readonly OpenInvitation[]
  sharing?: Sharing
  alarms?: readonly Alarm[]
  alarmItems?: ReadonlyMap<string, string>
  news?: readonly PersonNews[]
  /** What the page before kept of undo. */
  undo?: StoredUndo
  newcomers?: readonly Member[]
  renewed?: readonly Member[]
  gone?: ReturnType<OpenPlan['gone']>
  roleBefore?: Role | null
  history?: History
  readOlder?: OpenPlan['readOlder']
  practice?: boolean
  titleBefore?: string
  /** Otherwise of the first owner. */
  planPerson?: PersonId | null
  inviteResult?: (options: InviteOptions) => InviteResult
  ended?: Ended
  /** What becomes of a record, such as a removal. */
  recordResult?: () => RecordResult
}

export const createFakePlan = (options: FakePlanOptions = {}) => {
  const doc = options.doc ?? createPlanDoc()
  if (options.doc === undefined) beginPlan(doc, options.title ?? 'Mijn plan', createRandomness(options.seed))
  const [members, setMembers] = createSignal(options.members ?? [ME, WORKER])
  const [invitations, setInvitations] = createSignal(options.invitations ?? [])
  const [sharing, setSharing] = createSignal(options.sharing ?? SHARED)
  const [alarms, setAlarms] = createSignal(options.alarms ?? [])
  const [dismissed, setDismissed] = createSignal<ReadonlySet<PersonId>>(new Set())
  let readUndo = (_now: number): unknown => null
  const invited: InviteOptions[] = []
  const cancelled: Locator[] = []
  const [ended, setEnded] = createSignal<Ended | null>(options.ended ?? null)
  /** Changes the fake only if the record is taken. */
  const append = async (change: () => void): Promise<RecordResult> => {
    const result = options.recordResult?.() ?? { ok: true }
    if (result.ok) change()
    return result
  }

  const firstOwner = (): PersonId | null => members().find(({ role }) => role === 'owner')?.person ?? null
  const plan: OpenPlan = {
    id: options.id ?? workspaceId(7),
    me: ME.person,
    doc,
    awareness: new Awareness(doc),
    personAt: options.personAt ?? (() => null),
    editedAt: options.editedAt ?? (() => null),
    mayRule: (person) => members().some((member) => member.person === person && member.role === 'owner'),
    planPerson: () => (options.planPerson === undefined ? firstOwner() : options.planPerson),
    titleBefore: () => options.titleBefore ?? null,
    role: (): Role => members().find((member) => member.me)?.role ?? 'reader',
    members,
    invitations,
    sharing,
    history: async () => options.history ?? NO_HISTORY,
    readOlder: options.readOlder ?? (() => ({ outcome: Promise.resolve('offline'), cancel() {} })),
    alarms,
    dismissAlarms: () => setAlarms((all) => all.map((one) => ({ ...one, putAwayAt: NOW }))),
    alarmItems: async () => options.alarmItems ?? new Map(),
    news: () =>
      (options.news ?? []).flatMap((one) => {
        const parts = one.parts.filter(({ taken }) => taken === undefined || !dismissed().has(one.person))
        return parts.length === 0 ? [] : [{ ...one, parts }]
      }),
    dismissTaken: (person) => setDismissed((all) => new Set([...all, person])),
    undo: { stored: options.undo ?? NO_UNDO, changed: (read) => (readUndo = read) },
    newcomers: () => options.newcomers ?? [],
    renewed: () => options.renewed ?? [],
    gone: () => options.gone ?? [],
    roleBefore: () => options.roleBefore ?? null,
    currentPerson: (person) =>
      (options.members ?? []).find(({ earlier }) => earlier?.includes(person))?.person ?? person,
    practice: options.practice ?? false,
    invite: async (asked) => {
      invited.push(asked)
      const made = options.inviteResult?.(asked) ?? makeInvitation(asked)
      if (made.ok) {
        const { locator: which, link, expiresAt } = made
        const open = {
          locator: which,
          role: asked.role,
          expiresAt,
          inviter: ME.person,
          byMe: true,
          link,
          failure: null,
        }
        setInvitations((before) => [...before, open])
      }
      return made
    },
    ended,
    setRole: (person, role) =>
      append(() =>
        setMembers((before) => before.map((member) => (member.person === person ? { ...member, role } : member))),
      ),
    removeMember: (person) => append(() => setMembers((before) => before.filter((member) => member.person !== person))),
    leave: () => append(() => setEnded({ how: 'left', by: ME.person })),
    closeForAll: () => append(() => setEnded({ how: 'closed', by: ME.person })),
    repairRelay: async () => ({ ok: true }),
    cancelInvitation: async (which) => {
      cancelled.push(which)
      setInvitations((open) => open.filter((invitation) => invitation.locator !== which))
      return { ok: true }
    },
  }
  /** What the device would store of undo. */
  const undoOf = (now: number): unknown => structuredClone(readUndo(now))
  return { plan, doc, undoOf, invited, cancelled, setMembers, setInvitations, setSharing, setAlarms, setEnded }
}

const makeInvitation = (asked: InviteOptions): InviteResult => ({
  ok: true,
  link: `https://weef.example/#/join/${workspaceId(7)}.${'k3Jx9_pQ-7sLmZ2vTbN8Ww'}${asked.withCode ? '.c' : ''}`,
  code: asked.withCode ? '493071' : null,
  expiresAt: NOW + (asked.lifetime === 'room' ? 10 : 7 * 24 * 60) * MINUTE_MS,
  locator: locator(9),
  whose: { name: asked.handOver ? 'theirs' : 'inviters' },
})
