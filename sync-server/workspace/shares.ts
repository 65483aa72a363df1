/**
 * Shares: of what one workspace may hold, each person has a part, and a part is kept for owners (S8). Everything is counted
 * from the log itself, so that every relay counts alike, after a restart too.
 */
import { type Chain, openInvitations, roleOf } from '#shared/chain/chain.ts'
import { decodeRecord, type SignedRecord } from '#shared/chain/records.ts'
import { type Role, roleRank } from '#shared/chain/roles.ts'
import { glanceAtEntry } from '#shared/protocol/entries.ts'
import { type PersonId, toPersonId } from '#shared/protocol/ids.ts'
import { itemKind } from '#shared/protocol/log.ts'
import {
  MEMBER_SHARE,
  MEMBERS_BYTES,
  MEMBERS_SHARE,
  OWNER_SHARE,
  PERSON_BYTES,
  type RelayLimits,
} from '../limits/limits.ts'

import type { Head, Store } from '../storage/store.ts'
import { MAX_PAGE_BYTES, MAX_PAGE_ITEMS, RECORD_RESERVE } from './limits.ts'

type Written = {
  invitations: number
  /** Records that nothing called for: see `isCalledFor`. */
  changes: number
  /** When the newest epochs came that nothing called for, oldest first, in ms since 1970. */
  readonly epochs: number[]
}
/** What each person has put into a workspace. It is changed in place: only the newest is ever used. */
export type Tally = {
  readonly written: Map<PersonId, Written>
  /** Who somebody was before they moved to other keys: moving buys nobody another share. */
  readonly before: Map<PersonId, PersonId>
  /** The bytes of each person's entries, up to an item. */
  readonly entries: { upTo: number; readonly bytes: Map<PersonId, number> }
}
export const emptyTally = (): Tally => ({
  written: new Map(),
  before: new Map(),
  entries: { upTo: 0, bytes: new Map() },
})

const HOUR_MS = 60 * 60_000
/** The most times kept for one person. */
const MAX_TIMES = 1_000

/** The person under the keys that they had first. */
const originOf = ({ before }: Tally, person: PersonId): PersonId => before.get(person) ?? person

/**
 * Whether this record follows from others, or ends something: a join, a removal, a lower role, the key after any of these,
 * the close. Each uses up what made it possible, so these need no limit, and find room whatever anybody has used up.
 */
const isCalledFor = (chain: Chain, { body }: SignedRecord): boolean => {
  switch (body.kind) {
    case 'invite':
      return false
    case 'role':
      return roleRank(body.role) < roleRank(roleOf(chain, body.person))
    case 'epoch':
      return chain.rekeyDue || body.endedPersons.length > 0 || body.endedInvitations.length > 0
    case 'root':
    case 'join':
    case 'close':
      return true
    case 'unknown':
      return false
  }
}

const writtenBy = (tally: Tally, person: PersonId): Written => {
  const origin = originOf(tally, person)
  const written = tally.written.get(origin) ?? { invitations: 0, changes: 0, epochs: [] }
  tally.written.set(origin, written)
  return written
}

/** Counts a record that is now in the log. `before`: the chain without it. `at`: when the relay got it, in ms. */
export const countRecord = (tally: Tally, before: Chain | null, record: SignedRecord, at: number): void => {
  if (before === null) return
  const { author, body } = record
  if (body.kind === 'join') {
    const invitation = before.invitations.get(body.locator)
    const moved = invitation?.inviterBecomes === 'none' && invitation.inviter !== author
    if (moved && !before.members.has(author)) tally.before.set(author, originOf(tally, invitation.inviter))
  }
  if (isCalledFor(before, record)) return
  const written = writtenBy(tally, author)
  if (body.kind === 'invite') written.invitations += 1
  else written.changes += 1
  if (body.kind !== 'epoch') return
  written.epochs.push(at)
  if (written.epochs.length > MAX_TIMES) written.epochs.shift()
}

type Use = { readonly own: number; readonly members: number; readonly all: number }

const isWithin = (role: Role | null, { own, members, all }: Use, limit: number): boolean =>
  all < limit &&
  (role === 'owner' ? own < limit * OWNER_SHARE : own < limit * MEMBER_SHARE && members < limit * MEMBERS_SHARE)

/** How much of something a person, all who are not owners, and everybody have used up. */
const useOf = (tally: Tally, chain: Chain, person: PersonId, amounts: Iterable<readonly [PersonId, number]>): Use => {
  const origin = originOf(tally, person)
  const owners = new Set([...chain.members.values()].filter(({ role }) => role === 'owner').map((each) => originOf(tally, each.person))) // prettier-ignore
  const use = { own: 0, members: 0, all: 0 }
  for (const [each, amount] of amounts) {
    const from = originOf(tally, each)
    use.all += amount
    if (from === origin) use.own += amount
    if (!owners.has(from)) use.members += amount
  }
  return use
}

/** Whether the author of this record has room for it. `now` in ms. */
export const recordShare = (
  tally: Tally,
  chain: Chain,
  record: SignedRecord,
  now: number,
  limits: Pick<RelayLimits, 'openInvitations' | 'invitations' | 'changes' | 'personEpochs'>,
): 'within' | 'used-up' | 'too-often' => {
  if (isCalledFor(chain, record)) return 'within'
  const { author, body } = record
  const role = roleOf(chain, author)
  const amounts = (of: 'invitations' | 'changes') =>
    [...tally.written].map(([person, written]) => [person, written[of]] as const)
  if (body.kind === 'invite') {
    // An expired invitation admits nobody, even before a device has ended it (R4).
    const waiting = openInvitations(chain).filter(({ expiresAt }) => expiresAt > now)
    const open = useOf(tally, chain, author, waiting.map(({ inviter }) => [inviter, 1] as const)) // prettier-ignore
    const ever = useOf(tally, chain, author, amounts('invitations'))
    const fits = isWithin(role, open, limits.openInvitations) && isWithin(role, ever, limits.invitations)
    return fits ? 'within' : 'used-up'
  }
  if (!isWithin(role, useOf(tally, chain, author, amounts('changes')), limits.changes)) return 'used-up'
  const lately = writtenBy(tally, author).epochs.filter((at) => Math.abs(now - at) < HOUR_MS) // a clock that was set back by days makes nobody wait for days
  return body.kind === 'epoch' && role !== 'owner' && lately.length >= limits.personEpochs ? 'too-often' : 'within'
}

/** How far this record may go past a full log: half of the reserve is for what owners must be able to do. */
export const reserveFor = (chain: Chain, bytes: Uint8Array): typeof RECORD_RESERVE => {
  const record = decodeRecord(bytes)
  if (record !== null && roleOf(chain, record.author) === 'owner' && isCalledFor(chain, record)) return RECORD_RESERVE
  return { bytes: RECORD_RESERVE.bytes / 2, items: RECORD_RESERVE.items / 2 }
}

/** Below this much of a full log nobody's share can be used up, and entries need not be counted. */
const mustCountEntries = (bytes: number, logBytes: number): boolean => bytes >= logBytes * PERSON_BYTES

/** Counts the next items of the log; what was counted already is left out. */
export const countEntries = (
  tally: Tally,
  items: Iterable<{ readonly seq: number; readonly bytes: Uint8Array }>,
): void => {
  const { entries } = tally
  for (const { seq, bytes } of items) {
    if (seq !== entries.upTo + 1) continue
    entries.upTo = seq
    const entry = itemKind(bytes) === 'entry' ? glanceAtEntry(bytes) : null
    if (entry === null) continue
    const person = originOf(tally, toPersonId(entry.author))
    entries.bytes.set(person, (entries.bytes.get(person) ?? 0) + bytes.length)
  }
}

/** Counts the entries that are not counted yet: once, in a log so full that somebody's share may be used up. */
export const countingOf = (
  store: Pick<Store, 'read'>,
  { chain, tally }: { readonly chain: Chain; readonly tally: Tally },
  head: Pick<Head, 'seq' | 'bytes'>,
  logBytes: number,
): (() => Promise<void>) | null => {
  const { entries } = tally
  if (!mustCountEntries(head.bytes, logBytes) || entries.upTo >= head.seq) return null
  return async () => {
    while (entries.upTo < head.seq) {
      const bounds = { maxItems: MAX_PAGE_ITEMS, maxBytes: MAX_PAGE_BYTES, recordsOnly: false }
      const page = await store.read(chain.workspace, { after: entries.upTo, ...bounds })
      if (page.length === 0) throw new Error('The store has fewer items than it numbered.')
      countEntries(tally, page)
    }
  }
}

/** Whether this person may add so many bytes to a log of `bytes`. */
export const hasEntryShare = (
  tally: Tally,
  role: Role | null,
  person: PersonId,
  log: { readonly bytes: number; readonly adds: number; readonly logBytes: number },
): boolean => {
  const after = log.bytes + log.adds
  if (role !== 'owner' && after > log.logBytes * MEMBERS_BYTES) return false
  if (!mustCountEntries(log.bytes, log.logBytes)) return true
  const own = tally.entries.bytes.get(originOf(tally, person)) ?? 0
  return role === 'owner' || own + log.adds <= log.logBytes * PERSON_BYTES
}
