/**
 * What this device holds, read with care: stored data is outside input. The key of a row must hold; a field that does not is
 * replaced by its emptiest value, because a plan missing from the home screen would be worse than a plan without its name.
 */
import * as v from 'valibot'
import {
  type Locator,
  parseLocator,
  parsePersonId,
  parseWorkspaceId,
  type PersonId,
  type WorkspaceId,
} from '#shared/protocol/ids.ts'

/** One plan on the home screen. Everything here can be read again from the plan itself, but that would mean opening them all. */
export type PlanRow = {
  readonly id: WorkspaceId
  readonly title: string
  readonly people: readonly { readonly name: string; readonly colour: number }[]
  readonly archived: boolean
  /** ms since epoch */
  readonly openedAt: number
  /** Who it was started for, or that somebody else started it. */
  readonly forWhom: 'me' | 'someone' | 'joined'
  readonly unshared: boolean
  /** ms since epoch of the last moment that everything was with the relay. */
  readonly sharedAt: number | null
  /** What I have seen of it when I last looked, to tell what is new: a Yjs state vector. `null`: never looked here. */
  readonly seen: Uint8Array | null
  /** What others changed since then. */
  readonly news: readonly NewsRow[]
}

/** `at`: ms since epoch. Which parts there are is the domain's to know; `title` is what this plan calls one. */
export type NewsRow = {
  readonly name: string
  readonly parts: readonly {
    readonly part: string
    readonly title?: string | undefined
    readonly things: number
    readonly letters: number
  }[]
  readonly at: number | null
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
}

/** One thing that did not add up. Which names there are is the app's to know. */
export type NoticeRow = {
  readonly id: string
  readonly name: string
  readonly person: PersonId | null
  /** Its number in the log, or its epoch's. */
  readonly place: number
  /** ms since epoch */
  readonly at: number
  /** How many it stands for. */
  readonly count: number
  readonly lost: string
  /** Of the item that is kept beside it; 0 none. */
  readonly bytes: number
  /** ms since epoch */
  readonly putAwayAt: number | null
}

/** Of things, or of ms since epoch. */
const COUNT = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const PERSON = v.object({ name: v.string(), colour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5)) })
const NEWS = v.object({
  name: v.string(),
  parts: v.array(v.object({ part: v.string(), title: v.optional(v.string()), things: COUNT, letters: COUNT })),
  at: v.nullable(COUNT),
})
const PLAN = v.object({
  title: v.fallback(v.string(), ''),
  people: v.fallback(v.array(PERSON), []),
  archived: v.fallback(v.boolean(), false),
  openedAt: v.fallback(COUNT, 0),
  forWhom: v.fallback(v.picklist(['me', 'someone', 'joined']), 'joined'),
  unshared: v.fallback(v.boolean(), true),
  sharedAt: v.fallback(v.nullable(COUNT), null),
  seen: v.fallback(v.nullable(v.instance(Uint8Array)), null),
  news: v.fallback(v.array(NEWS), []),
})
const INVITATION = v.object({
  workspace: v.string(),
  kind: v.picklist(['made', 'used']),
  link: v.fallback(v.nullable(v.string()), null),
  code: v.fallback(v.nullable(v.string()), null),
  expiresAt: v.fallback(v.nullable(COUNT), null),
})

const MAX_DATE_MS = 8.64e15 // ECMA-262, §21.4.1.1: no later day can be said
const NOTICE = v.object({
  name: v.string(),
  person: v.nullable(v.string()),
  place: COUNT,
  at: v.pipe(COUNT, v.maxValue(MAX_DATE_MS)),
  count: COUNT,
  lost: v.fallback(v.string(), ''),
  bytes: v.fallback(COUNT, 0),
  putAwayAt: v.fallback(v.nullable(COUNT), null),
})

/** `null`: it says nothing that can be told. */
export const parseNoticeRow = (id: string, value: unknown): NoticeRow | null => {
  const row = v.safeParse(NOTICE, value)
  return row.success ? { ...row.output, id, person: parsePersonId(row.output.person ?? '') } : null
}

/** `null`: the key is no workspace's. */
export const parsePlanRow = (key: string, value: unknown): PlanRow | null => {
  const id = parseWorkspaceId(key)
  return id === null ? null : { ...v.parse(PLAN, isRecord(value) ? value : {}), id }
}

/** `null`: it leads nowhere. */
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
