/** One open plan, as screens see it. The document is opaque here: screens hand it to domain functions and to the editor. */
import type { Awareness } from 'y-protocols/awareness'
import type { Alarm } from '#domain/plan/alarms.ts'
import type { NewsPart } from '#domain/plan/news.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import type { Role } from '#shared/chain/roles.ts'
import type { Locator, PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { StorageFailure } from '#storage/failure.ts'
import type { RefusalReason } from '#sync/session/refusal-reason.ts'

export type { RefusalReason, StorageFailure }

export type Member = {
  readonly person: PersonId
  readonly role: Role
  /** Chosen by the person; empty when they gave none. */
  readonly name: string
  /** 0–5 */
  readonly colour: number
  readonly me: boolean
  readonly here: boolean
}

export type OpenInvitation = {
  readonly locator: Locator
  readonly role: Role
  /** ms since epoch */
  readonly expiresAt: number
  readonly byMe: boolean
  /** Only the device that made it still has the link. */
  readonly link: string | null
}

export type Sharing = {
  /** On this device (C1). */
  saved: 'saving' | 'saved' | { failed: StorageFailure }
  /** `at`: ms of the last moment that everything was with the relay. */
  shared:
    | { name: 'shared'; at: number }
    | { name: 'sharing' }
    | { name: 'not-shared-yet' }
    | { name: 'only-here' }
    /** Nothing of it ever leaves this device. */
    | { name: 'practice' }
  connection: 'offline' | 'connecting' | 'online' | { refused: RefusalReason }
  /** Whose text the relay has lost, and stands here until their own device brings it back. */
  lacking?: readonly (PersonId | null)[]
  /** The relay has room for little more of this plan (S8). */
  nearlyFull?: boolean
  /** The relay has had too much to do for a while: it lets this device in again later. */
  busy?: boolean
  /** What a newcomer sees is a copy that somebody made; it is being held against what everybody signed (K2). */
  checking?: boolean
}

export type InviteOptions = { role: Role; handOver: boolean; lifetime: 'room' | 'link'; withCode: boolean }

export type InviteResult =
  | { ok: true; link: string; code: string | null; expiresAt: number; locator: Locator }
  /** `too-many`: of those that nobody has used yet. */
  | { ok: false; reason: 'offline' | 'refused' | 'too-many' }

/** How much somebody changed in one part: how many goals, steps …; in the story letters count. */
/** `title`: where this plan has a name of its own for the part. */
export type NewsOfPart = {
  readonly part: NewsPart
  readonly title?: string | undefined
  readonly things: number
  readonly letters: number
}

/** What one other person changed since I last looked. */
export type PersonNews = {
  readonly person: PersonId
  /** Empty when they gave none. */
  readonly name: string
  readonly parts: readonly NewsOfPart[]
  /** ms of their last change, by their clock; `null` when it is not known. */
  readonly at: number | null
}

export type OpenPlan = {
  readonly id: WorkspaceId
  readonly me: PersonId
  readonly doc: PlanDoc
  readonly awareness: Awareness
  /** A made-up plan to practise with: no socket, nobody else, nobody to invite. */
  readonly practice: boolean
  /** Who writes under a clientID: from the signed log and the relay's stamp on who is here, never from a field. */
  personAt(client: number): PersonId | null
  role(): Role
  members(): readonly Member[]
  invitations(): readonly OpenInvitation[]
  sharing(): Sharing
  /** What others changed before this plan was opened here, and since I last looked. Stays as it was while the plan is open. */
  news(): readonly PersonNews[]
  alarms(): readonly Alarm[]
  putAlarmsAway(): void
  /** The items themselves in base64url, as far as this device keeps them, by the id of their alarm. */
  alarmItems(): Promise<ReadonlyMap<string, string>>
  invite(options: InviteOptions): Promise<InviteResult>
  cancelInvitation(locator: Locator): Promise<{ ok: boolean }>
  /** What is on the relay differs from what is here, and somebody said yes: it is given back what it lost. Not ok: nothing has changed. */
  heal(): Promise<{ ok: boolean }>
  /** Only an owner may; at least one stays. */
  setRole(person: PersonId, role: Role): Promise<{ ok: boolean }>
}

export type OpenFailure = 'not-on-device' | 'damaged' | 'outdated-app'

export type OpenState =
  | { name: 'opening' }
  /** Live in another tab; `useHere()` takes it over. */
  | { name: 'elsewhere' }
  | { name: 'failed'; reason: OpenFailure }
  | { name: 'open'; plan: OpenPlan }

export type OpenPlanHandle = { state(): OpenState; useHere(): void; close(): Promise<void> }
