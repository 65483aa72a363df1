/**
 * Parsers of this device's rows: stored data is outside input. A row with an invalid key is left out; an invalid field is
 * replaced by its emptiest value, because a plan missing from the home screen would be worse than a plan without its name.
 */
import * as v from 'valibot'
import { type Moving, MOVING } from './moving.ts'
import { NEWS, type NewsRow, TAKEN, type TakenRow } from './news-rows.ts'
import { COUNT, MOMENT, PERSON_ID } from './numbers.ts'
import type { InviterBecomes } from '#shared/chain/record-bodies.ts'
import type { Role } from '#shared/chain/roles.ts'
import {
  type Locator,
  parseLocator,
  parsePersonId,
  parseWorkspaceId,
  type PersonId,
  type WorkspaceId,
} from '#shared/protocol/ids.ts'

/** One plan on the home screen. All of it could be read from the plan itself, but only by opening every plan. */
export type PlanRow = {
  readonly id: WorkspaceId
  readonly title: string
  readonly people: readonly { readonly name: string; readonly colour: number }[]
  /** The last title that an owner gave, to put it back when somebody else changes it. */
  readonly ownersTitle?: string | undefined
  readonly archived: boolean
  /** ms since epoch */
  readonly openedAt: number
  /** The person for whom this device started it; `joined` when another person started it. */
  readonly forWhom: 'me' | 'someone' | 'joined'
  readonly unshared: boolean
  /** Nobody else takes part yet, and somebody is invited. Missing in rows of earlier releases. */
  readonly invited?: boolean | undefined
  /** The last moment when everything was shared, in ms since epoch. */
  readonly sharedAt: number | null
  /** The Yjs state vector at this person's last look, to find what is new. `null`: never looked here. */
  readonly seen: Uint8Array | null
  /** How far the log was read then; `null`: unknown, so nothing is said of what was taken away. */
  readonly seenSeq?: number | null | undefined
  /** Others' changes since then. */
  readonly news: readonly NewsRow[]
  /** What others took away and this person has not dealt with. Missing in rows of earlier releases. */
  readonly taken?: readonly TakenRow[] | undefined
  /** What is to come in it: the domain knows what an item is. Missing in rows of earlier releases. */
  readonly agenda?: readonly unknown[] | undefined
  /** The person as whom it was opened here. Missing or `null`: the person of this device. */
  readonly person?: PersonId | null | undefined
  /** My own name in it, as far as it was read. */
  readonly myName?: string | undefined
  /** The name of the person of the plan; `null`: they are this device's. Missing: it is nobody's, or was not read yet. */
  readonly whose?: string | null | undefined
  /** What still comes from the relay after a key card. Missing or `null`: nothing. */
  readonly coming?: Coming | null | undefined
  /** Who takes part. `null`: not looked at by this version yet. */
  readonly circle: CircleRow | null
  /** How far it has moved to a new key card. Missing or `null`: it is not moving. */
  readonly move?: Moving | null | undefined
}

/** `known`: who took part at this person's last look; `null`: they never looked here. */
export type CircleRow = {
  readonly known: readonly PersonId[] | null
  /** The names of those who joined since. */
  readonly newcomers: readonly string[]
  /** And of those who moved to a new key card. Missing in rows of earlier releases. */
  readonly renewed?: readonly string[] | undefined
  /** And of those who take no part any more. Missing in rows of earlier releases. */
  readonly gone?: readonly string[] | undefined
  /** This person's role at that look. Missing or `null`: not kept, as by earlier releases. */
  readonly role?: Role | null | undefined
  /** This person may take somebody out. */
  readonly mayRemove: boolean
  /** This person takes no part any more, or nobody does. */
  readonly ended: 'removed' | 'left' | 'closed' | 'moved' | null
}

/** `title`: everything, the title first. `content`: the rest. `refused`: nothing will come; the relay does not give it to this person. */
export type Coming = 'title' | 'content' | 'refused'

/** The terms of an invitation whose record is not in the log yet. `failure`: it never will be. */
export type WaitingInvitation = {
  readonly role: Role
  readonly inviterBecomes: InviterBecomes
  /** In ms, from when the record is made. */
  readonly lifetimeMs: number
  readonly failure: 'too-many' | 'used-up' | 'refused' | null
}

/** An invitation that this device made (it still has the link) or used (the link then opens the plan). */
export type InvitationRow = {
  readonly locator: Locator
  readonly workspace: WorkspaceId
  readonly kind: 'made' | 'used'
  readonly link: string | null
  readonly code: string | null
  /** ms since epoch */
  readonly expiresAt: number | null
  readonly waiting: WaitingInvitation | null
}

/** One alarm. The app knows which names there are. */
export type NoticeRow = {
  readonly id: string
  readonly name: string
  readonly person: PersonId | null
  /** The item's number in the log, or its epoch's. */
  readonly place: number
  /** ms since epoch */
  readonly at: number
  /** The number of events it stands for. */
  readonly count: number
  readonly lost: string
  /** The size of the item stored beside it, in bytes; 0: none. */
  readonly bytes: number
  /** ms since epoch */
  readonly putAwayAt: number | null
}

const PERSON = v.object({ name: v.string(), colour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)) })
const CIRCLE = v.object({
  known: v.nullable(v.array(v.string())),
  newcomers: v.array(v.string()),
  renewed: v.optional(v.array(v.string())),
  gone: v.optional(v.array(v.string())),
  role: v.fallback(v.optional(v.nullable(v.picklist(['reader', 'editor', 'owner']))), undefined),
  mayRemove: v.boolean(),
  ended: v.nullable(v.picklist(['removed', 'left', 'closed', 'moved'])),
})
const PLAN = v.object({
  title: v.fallback(v.string(), ''),
  people: v.fallback(v.array(PERSON), []),
  ownersTitle: v.fallback(v.optional(v.string()), undefined),
  archived: v.fallback(v.boolean(), false),
  openedAt: v.fallback(MOMENT, 0),
  forWhom: v.fallback(v.picklist(['me', 'someone', 'joined']), 'joined'),
  unshared: v.fallback(v.boolean(), true),
  invited: v.fallback(v.optional(v.boolean()), undefined),
  sharedAt: v.fallback(v.nullable(MOMENT), null),
  seen: v.fallback(v.nullable(v.instance(Uint8Array)), null),
  seenSeq: v.fallback(v.optional(v.nullable(COUNT)), undefined),
  news: v.fallback(v.array(NEWS), []),
  taken: v.fallback(v.optional(TAKEN), undefined),
  // Missing in rows of earlier releases.
  agenda: v.fallback(v.optional(v.array(v.unknown())), undefined),
  person: v.fallback(v.optional(v.nullable(PERSON_ID)), undefined),
  myName: v.fallback(v.optional(v.string()), undefined),
  whose: v.fallback(v.optional(v.nullable(v.string())), undefined),
  coming: v.fallback(v.optional(v.nullable(v.picklist(['title', 'content', 'refused']))), undefined),
  circle: v.fallback(v.nullable(CIRCLE), null),
  move: v.fallback(v.optional(v.nullable(MOVING)), undefined),
})
const WAITING = v.object({
  role: v.picklist(['reader', 'editor', 'owner']),
  inviterBecomes: v.picklist(['same', 'editor', 'none']),
  lifetimeMs: COUNT,
  failure: v.nullable(v.picklist(['too-many', 'used-up', 'refused'])),
})
const INVITATION = v.object({
  workspace: v.string(),
  kind: v.picklist(['made', 'used']),
  link: v.fallback(v.nullable(v.string()), null),
  code: v.fallback(v.nullable(v.string()), null),
  expiresAt: v.fallback(v.nullable(MOMENT), null),
  waiting: v.fallback(v.nullable(WAITING), null),
})

const NOTICE = v.object({
  name: v.string(),
  person: v.nullable(v.string()),
  place: COUNT,
  at: MOMENT,
  count: COUNT,
  lost: v.fallback(v.string(), ''),
  bytes: v.fallback(COUNT, 0),
  putAwayAt: v.fallback(v.nullable(COUNT), null),
})
/** `null`: the row has no known kind of alarm. */
export const parseNoticeRow = (id: string, value: unknown): NoticeRow | null => {
  const row = v.safeParse(NOTICE, value)
  return row.success ? { ...row.output, id, person: parsePersonId(row.output.person ?? '') } : null
}

/** `null`: the key is no workspace id. */
export const parsePlanRow = (key: string, value: unknown): PlanRow | null => {
  const id = parseWorkspaceId(key)
  if (id === null) return null
  const { circle, ...row } = v.parse(PLAN, isRecord(value) ? value : {})
  const known = circle?.known?.map(parsePersonId).filter((person) => person !== null) ?? null
  return { ...row, circle: circle && { ...circle, known }, id }
}

/** `null`: the key is no locator, or the row names no workspace. */
export const parseInvitationRow = (key: string, value: unknown): InvitationRow | null => {
  const locator = parseLocator(key)
  const row = v.safeParse(INVITATION, value)
  const workspace = row.success ? parseWorkspaceId(row.output.workspace) : null
  return locator === null || workspace === null || !row.success ? null : { ...row.output, locator, workspace }
}

/** `null` for anything but bytes, and for bytes of another length where one is given. */
export const parseBytes = (value: unknown, length?: number): Uint8Array | null =>
  value instanceof Uint8Array && (length === undefined || value.length === length) ? value : null

export const parseSalts = (value: unknown): readonly Uint8Array[] =>
  Array.isArray(value) ? value.map((salt) => parseBytes(salt)).filter((salt) => salt !== null) : []

export const parseSetting = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
