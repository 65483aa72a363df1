/** What this device holds and can do, for screens. Knows no keys, no sockets and no storage: client/device implements it. */
import type { Greeting } from '#keys/greeting.ts'
import type { InvitationLink } from '#keys/invitation-link.ts'
import type { Role } from '#shared/chain/roles.ts'
import type { AgendaItem } from '#domain/agenda/agenda-item.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import type { Passage } from '#domain/search/passages.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { StorageFailure } from '#storage/failure.ts'
import type { DatabaseFailure } from '#storage/indexeddb.ts'
import type { VisitFailure } from '#sync/invitation/visit-machine.ts'
import type { Drafts } from './drafts.ts'
import type { Home } from './home.ts'
import type { Ended, OpenPlanHandle, PersonNews } from './open-plan.ts'
import type { DeviceLock } from './lock.ts'
import type { SeenLastOverviews } from './seen-last.ts'
import type { BackupOpened, BackupSaved, Progress } from './backup.ts'
import type { CardCheck, CardRenewed, CardTaken, KeyCard, NewCardState, RestoreState } from './own-keys.ts'

export type { Greeting }

export type PlanSummary = {
  readonly id: WorkspaceId
  readonly title: string
  readonly archived: boolean
  /** ms since epoch */
  readonly openedAt: number
  readonly people: readonly { readonly name: string; readonly colour: number }[]
  readonly unshared: boolean
  /** Nobody else takes part yet, and somebody is invited. */
  readonly invited?: true
  /** Who joined since I last looked, by name; whether I may take somebody out; and whether I still take part. */
  readonly circle?: {
    readonly newcomers: readonly string[]
    /** Names of those who moved to a new key card since. */
    readonly renewed?: readonly string[] | undefined
    /** Names of those who take no part any more. */
    readonly gone?: readonly string[] | undefined
    readonly mayRemove: boolean
    /** My role when I last looked; missing or `null`: not known. */
    readonly role?: Role | null | undefined
    readonly ended: Ended['how'] | null
  }
  /** What others changed since I last looked. */
  readonly news: readonly Omit<PersonNews, 'person'>[]
  /** What is to come in it; missing where it was not read yet. */
  readonly agenda?: readonly AgendaItem[]
  /** My own name in it; empty or missing where I have none, or it was not read yet. */
  readonly myName?: string
  /** The name of the person of the plan; `null`: me. Missing: it is nobody's, or was not read yet. */
  readonly whose?: string | null
  /** What still comes from the relay after a key card; missing: nothing. */
  readonly coming?: 'title' | 'content'
  /** Another person began it. */
  readonly joined?: true
  /** Opened as another person than this device is now. */
  readonly asBefore?: true
  /** It is still to move to this person's new card. */
  readonly moving?: true
}

/** What this device proposes once. */
export type Proposal = 'card-with-content' | 'card-with-ownership'

/**
 * `blocked`: an older version of the app, in another tab, holds the database. `outdated-app`: a newer version has written
 * it.
 */
type MemoryReason = StorageFailure | DatabaseFailure | 'chosen'
/** `memory` is "only for now": keys and content are gone when the page closes. */
export type DeviceStorage = { name: 'ready' } | { name: 'memory'; reason: MemoryReason }

export type Persistence = 'unknown' | 'granted' | 'refused'

/** `not-yet`: the link is whole, but the relay does not know it: its inviter's device had no connection since. */
export type InvitationFailure = VisitFailure | 'not-yet' | 'no-storage' | 'full'

export type PreviewResult =
  | {
      ok: true
      kind: 'open'
      /** These three are unknown before a spoken code is entered: without it the relay shows nothing. */
      role: Role | null
      people: number | null
      /** ms since epoch */
      expiresAt: number | null
      /** What the link says about who invites: their claim. */
      greeting: Greeting | null
      needsCode: boolean
    }
  /** This device has already joined with it: open the plan. */
  | { ok: true; kind: 'mine'; workspace: WorkspaceId }
  /** They take part already, with at least the role that it gives: it stays unused. `mine`: it was made on this device. */
  | { ok: true; kind: 'member'; workspace: WorkspaceId; mine: boolean }
  /** This person has joined with it, and has since taken the plan off this device: ask before it comes back. */
  | { ok: true; kind: 'taken-off'; workspace: WorkspaceId }
  | { ok: false; reason: InvitationFailure; greeting: Greeting | null }

export type JoinResult = { ok: true; workspace: WorkspaceId } | { ok: false; reason: InvitationFailure }

/** How screens read what was typed or pasted: its form is up to keys, and comes with the screens that ask. */
export type InvitationTexts = {
  /** `null` is not an invitation. */
  readInvitation(text: string): InvitationLink | null
  /** What the address of the join screen holds of it. */
  tokenOf(link: InvitationLink): string
  /** `null` unless it is six digits. */
  readSpokenCode(text: string): string | null
}

export type Device = {
  plans(): readonly PlanSummary[]
  storage(): DeviceStorage
  persistence(): Persistence
  /**
   * `fill` writes the first content, such as an imported file; if it throws, no plan is created. `isFull`: nor over a full
   * disk.
   */
  startPlan(options: {
    title: string
    name: string
    forWhom: 'me' | 'someone'
    fill?: (doc: PlanDoc, me: PersonId) => void
  }): Promise<WorkspaceId>
  previewInvitation(link: InvitationLink): Promise<PreviewResult>
  join(link: InvitationLink, options: { name: string; code: string }): Promise<JoinResult>
  setArchived(id: WorkspaceId, archived: boolean): Promise<void>
  /** What people wrote in a plan, open or not, to search in it; nothing where it cannot be read. */
  readPassages(id: WorkspaceId): Promise<readonly Passage[]>
  /** Removes the local copy and the keys of that plan from this device. */
  takeOff(id: WorkspaceId): Promise<void>
  /** Lists a plan of this person again that was taken off this device. */
  bringBack(id: WorkspaceId): Promise<void>
  openPlan(id: WorkspaceId): OpenPlanHandle
  /** The organisation that this person last invited for; empty for none. */
  organisation(): string
  keepOrganisation(name: string): void
  /** How the list of plans was last viewed here, in the home screen's own format; `null`: never changed. */
  homeView(): string | null
  keepHomeView(view: string): void
  readonly home: Home
  readonly drafts: Drafts
  readonly seenLast: SeenLastOverviews
  /** Discards all changes to the practice plan; it opens as at first. */
  beginPracticeAnew(practice: WorkspaceId): Promise<void>

  /** Reads the secret, so it is called only for somebody who asked for their card. */
  keyCard(): Promise<KeyCard>
  /** Changes nothing. */
  checkCard(text: string): Promise<CardCheck>
  /** Makes this device the card's person; their plans then come by themselves. Plans that are here stay as they were opened. */
  takeCard(text: string): Promise<CardTaken>
  /** Everything of this person in one file, which only their key card opens. Rejects when this device cannot read what it has. */
  saveAll(progress: Progress): Promise<BackupSaved>
  /** Reads a file to its end, and changes nothing. `card`: as it was typed; `null`: the card of this device's person. */
  openBackup(file: Blob, card: string | null, progress: Progress): Promise<BackupOpened>
  restore(): RestoreState
  /** The notice of the last restore is put away, and with it what the relay refused. */
  dismissRestore(): Promise<void>
  /** A new card for this person: from now on this device is known by it, and its plans move there by themselves. */
  renewCard(): Promise<CardRenewed>
  newCard(): NewCardState
  /** Tries again with the plans that stayed behind. */
  retryNewCard(): Promise<void>
  /** The notice of the last new card is put away. */
  dismissNewCard(): Promise<void>
  /** `null`: this device keeps nothing, or this page opens no lock. */
  readonly lock: DeviceLock | null
  /** From now on nothing is kept, and nothing that this device keeps is shown. What was begun so far without a plan is gone. */
  onlyForNow(): Promise<void>
  /** Removes everything of this app from this device, and starts it anew. */
  forgetDevice(): Promise<void>
  wasProposed(what: Proposal): boolean
  keepProposed(what: Proposal): void
}
