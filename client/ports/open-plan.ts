/** One open plan, for screens. The document is opaque here: screens pass it to domain functions and to the editor. */
import type { Awareness } from 'y-protocols/awareness'
import type { Alarm } from '#domain/plan/alarms.ts'
import type { Moment, Thing } from '#domain/history/details.ts'
import type { Page } from '#domain/history/read-history.ts'
import type { NewsPart } from '#domain/news/news.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import type { StoredUndo } from '#domain/undo/stored-undo.ts'
import type { Whose } from '#keys/greeting.ts'
import type { Role } from '#shared/chain/roles.ts'
import type { Locator, PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { StorageFailure } from '#storage/failure.ts'
import type { TakenOfPart } from '#storage/news-rows.ts'
import type { RefusalReason } from '#sync/refusal-reason.ts'

export type { RefusalReason, StorageFailure, Whose }
export type ThingKind = Thing['kind']

export type Member = {
  readonly person: PersonId
  readonly role: Role
  /** Chosen by the person, and told apart from the others' names; empty if they chose none. */
  readonly name: string
  /** As they chose it, for their own form; absent where it is `name`. */
  readonly given?: string
  /** The place among the members of one name, from 1; absent where it is theirs alone. */
  readonly nth?: number | null
  /** 0–5 */
  readonly colour: number
  readonly me: boolean
  readonly here: boolean
  /** The keys that they had before they moved to a new card; absent: none. */
  readonly earlier?: readonly PersonId[]
}

export type OpenInvitation = {
  readonly locator: Locator
  readonly role: Role
  /** By this device's clock, in ms since epoch; `null` while it waits for a connection. */
  readonly expiresAt: number | null
  readonly inviter: PersonId
  readonly byMe: boolean
  /** Only the device that created it still has the link. */
  readonly link: string | null
  /** It was made here, and could not be recorded; it never admits anybody. */
  readonly failure: 'too-many' | 'used-up' | 'refused' | null
}

/** I take no part any more, or nobody does. `by`: whose record says so; `null`: the relay alone says so. `moved`: this person has a new key card, which this device does not know. */
export type Ended = { readonly how: 'removed' | 'left' | 'closed' | 'moved'; readonly by: PersonId | null }

/** `offline`: nothing has changed, and the same can be asked again. */
export type RecordResult = { readonly ok: true } | { readonly ok: false; readonly reason: 'offline' | 'refused' }

export type Sharing = {
  /** On this device (C1). */
  saved: 'saving' | 'saved' | { failed: StorageFailure }
  /** `at`: ms of the last moment at which the relay had everything. */
  shared:
    | { name: 'shared'; at: number }
    | { name: 'sharing' }
    | { name: 'not-shared-yet' }
    /** Nobody else takes part. `kept`: the relay has everything, sealed, so that it comes back with my key card. */
    | { name: 'kept'; at: number }
    | { name: 'keeping' }
    | { name: 'only-here' }
    /** Nothing of it ever leaves this device. */
    | { name: 'practice' }
  connection: 'offline' | 'connecting' | 'online' | { refused: RefusalReason }
  /** Authors whose text the relay has lost; it is shown here until their own device sends it again. */
  missingFromLog?: readonly (PersonId | null)[]
  /** The relay's log of this plan is nearly full (S8). */
  nearlyFull?: boolean
  /** The relay has been overloaded for a while, and will admit this device later. */
  busy?: boolean
  /** A newcomer is shown a member's checkpoint while it is compared with the signed log (K2). */
  checking?: boolean
  /** Words of mine that nobody else will read, because records took the pen away. `id` stays the same for as long as they stand here. */
  unshared?: readonly { readonly id: string; readonly text: string }[]
}

export type InviteOptions = {
  role: Role
  handOver: boolean
  lifetime: 'room' | 'link'
  withCode: boolean
  /** For whom the inviter works, in their words; it travels in the link. */
  organisation?: string
}

export type InviteResult =
  /** `expiresAt`, by this device's clock, is `null` while it waits for a connection: it admits nobody before. */
  | { ok: true; link: string; code: string | null; expiresAt: number | null; locator: Locator; whose: Whose }
  /** `too-many`: of open invitations. `used-up`: this person's share of all that the plan may ever have. */
  | { ok: false; reason: 'refused' | 'too-many' | 'used-up' }

/**
 * How much somebody changed in one part: the number of goals, steps …; in the story the number of letters. `title`: this plan's own
 * name for the part, if it has one.
 */
export type NewsOfPart = {
  readonly part: NewsPart
  readonly title?: string | undefined
  readonly things: number
  readonly letters: number
  /** The things by kind, such as two goals; a kind that this version has no word for is left out. */
  readonly kinds?: readonly NewsOfKind[] | undefined
  /** Letters that stood there at my last look, or were mine, and are gone. */
  readonly taken?: TakenOfPart | undefined
}
export type NewsOfKind = { readonly kind: ThingKind; readonly count: number }

/** What one other person changed since I last looked. */
export type PersonNews = {
  readonly person: PersonId
  /** Empty if they chose none. */
  readonly name: string
  readonly parts: readonly NewsOfPart[]
  /** ms of their last change, by their clock; `null` when unknown. */
  readonly at: number | null
}

/** What this device keeps of undo across a reload. */
export type UndoMemory = {
  readonly stored: StoredUndo
  /** Something to undo was added or undone: `read` gives what is to be stored, by the time in ms since epoch. */
  changed(read: (now: number) => unknown): void
}

/** A plan's history as far as this device has it; it needs no connection. */
export type History = {
  /** The number of entries. */
  readonly entries: number
  /** Where it begins: with the plan, at a moment in ms since epoch, or nobody knows. */
  readonly beginsAt: 'start' | 'unknown' | number
  /** More was asked for than this device keeps of one plan. */
  readonly full: boolean
  /** The page that ends before this entry; the newest ends at `entries`. */
  page(end: number): Promise<Page>
  /** The plan as it was once this item of the log was there. */
  at(seq: number): Promise<Moment>
}

/**
 * `too-much`: the newest of it, as far as this device keeps it. `refused`: the relay shows another log, or does not let this
 * person in. `failed`: what came does not fit what is here. Unless it was read, nothing has changed.
 */
export type OlderOutcome = 'read' | 'too-much' | 'offline' | 'refused' | 'failed' | 'cancelled'
export type ReadingOlder = { readonly outcome: Promise<OlderOutcome>; cancel(): void }

export type OpenPlan = {
  readonly id: WorkspaceId
  /** As who this person is now, also on a device that has an earlier key of theirs. */
  readonly me: PersonId
  readonly doc: PlanDoc
  readonly awareness: Awareness
  /** A made-up plan to practise with: no socket, nobody else, nobody to invite. */
  readonly practice: boolean
  /** The person behind a clientID, as who they are now: from the signed log and the relay's stamp on presence, never from a field. */
  personAt(client: number): PersonId | null
  /** When the log had the last edit under a clientID, in ms since epoch: nothing under it was made later. `null`: unknown. */
  editedAt(client: number): number | null
  /** A person as who they are now, if they moved to a new key card. */
  currentPerson(person: PersonId): PersonId
  /** Whether this person owns the plan now, or began it. */
  mayRule(person: PersonId): boolean
  /** Whose plan it is (domain/plan/plan-person.ts); `null`: nobody's yet, or nobody's any more. */
  planPerson(): PersonId | null
  /** The last title that stood by an owner's right, as this device saw it; `null`: unknown. */
  titleBefore(): string | null
  role(): Role
  members(): readonly Member[]
  invitations(): readonly OpenInvitation[]
  sharing(): Sharing
  /** What others changed between my last look and the opening of this plan; what they took away also while it is open. */
  news(): readonly PersonNews[]
  /** I have dealt with what somebody took away of one part, or of all, up to this item of the log. */
  dismissTaken(person: PersonId, upTo: number, part?: NewsPart): void
  readonly undo: UndoMemory
  /** Who joined since my last look; while this plan is open, also others' doing. */
  newcomers(): readonly Member[]
  /** Who takes no part any more, and did at my last look; also while this plan is open. Not by my own doing. */
  gone(): readonly Pick<Member, 'person' | 'name'>[]
  /** My role at my last look, where another one counts now; `null`: the same. */
  roleBefore(): Role | null
  /** Who has moved to a new key card since. */
  renewed(): readonly Member[]
  history(): Promise<History>
  /** Reads what happened before the history begins, from the relay; `history` has it afterwards. `progress`: 0 ≤ share ≤ 1. */
  readOlder(progress: (share: number) => void): ReadingOlder
  alarms(): readonly Alarm[]
  dismissAlarms(): void
  /** The items as base64url, by the id of their alarm, as far as this device keeps them. */
  alarmItems(): Promise<ReadonlyMap<string, string>>
  invite(options: InviteOptions): Promise<InviteResult>
  cancelInvitation(locator: Locator): Promise<{ ok: boolean }>
  /** The relay's log has lost something, and a person agreed to repair it from this device. Not ok: nothing has changed. */
  repairRelay(): Promise<{ ok: boolean }>
  /** `null` while I take part. */
  ended(): Ended | null
  /** For owners only; at least one remains. */
  setRole(person: PersonId, role: Role): Promise<RecordResult>
  /** For owners only, and never an owner: nothing that is written from now on can be read by them (R3). */
  removeMember(person: PersonId): Promise<RecordResult>
  /** I take no part any more; this device keeps its copy. Not for the last owner. */
  leave(): Promise<RecordResult>
  /** For owners only: nobody can write any more, and the relay erases the content. Each device keeps its copy. */
  closeForAll(): Promise<RecordResult>
}

/** `not-fetched`: a part of the app that opens plans cannot be had now. */
export type OpenFailure = 'not-on-device' | 'not-fetched' | 'damaged' | 'outdated-app'

export type OpenState =
  | { name: 'opening' }
  /** Live in another tab; `useHere()` takes it over. */
  | { name: 'elsewhere' }
  | { name: 'failed'; reason: OpenFailure }
  | { name: 'open'; plan: OpenPlan }

export type OpenPlanHandle = {
  state(): OpenState
  useHere(): void
  /** Tries again where a part of the app could not be had. */
  again(): void
  close(): Promise<void>
}
