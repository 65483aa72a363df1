/**
 * Where logs are kept. Numbered rules and their tests: store.contract.ts. A store knows items by their bytes alone: it
 * judges nothing. Asynchronous although SQLite is not, because the next one is a server that other relays share.
 */
import type { Locator, PersonId, WorkspaceId } from '#shared/protocol/ids.ts'

export type StoredItem = {
  readonly seq: number
  /** ms since 1970, by the relay's clock. */
  readonly receivedAt: number
  readonly bytes: Uint8Array<ArrayBuffer>
}
/** How far a workspace's log has come. */
export type Head = {
  readonly seq: number
  /** All 32 bytes of it. */
  readonly logHash: Uint8Array<ArrayBuffer>
  /** The number of the last record. */
  readonly lastRecord: number
  /** Size of all items, in bytes. */
  readonly bytes: number
}
export type AppendRequest = {
  readonly workspace: WorkspaceId
  /** The number of the record these items were judged by; `NO_RECORD` makes a new workspace. */
  readonly expectedRecord: number
  readonly receivedAt: number
  readonly items: readonly Uint8Array<ArrayBuffer>[]
  /** Who takes part from here on, and who does no longer. */
  readonly joined: readonly PersonId[]
  readonly ended: readonly PersonId[]
}
export type AppendResult =
  | { readonly ok: true; readonly firstSeq: number; readonly head: Head }
  /** `moved`: the last record is another one, judge again. `full`: the disk is. Nothing of the request was kept. */
  | { readonly ok: false; readonly reason: 'moved' | 'full' }
export type ReadOptions = {
  /** The last item the reader has. */
  readonly after: number
  /** A page ends at this many items, or before passing this many bytes; it holds at least one item if there is one. */
  readonly maxItems: number
  readonly maxBytes: number
  readonly recordsOnly: boolean
}
/** Another process has appended. */
export type News = {
  readonly head: Head
  /** What follows the item that was reached; none of it when that is too much to be handed over at once. */
  readonly items: readonly StoredItem[]
}
/** That somebody is there, as they sealed it for the others. Kept nowhere. */
export type Presence = {
  readonly author: PersonId
  readonly epoch: number
  readonly sealed: Uint8Array<ArrayBuffer>
}
export type Subscriber = {
  /** How far the subscriber has come by itself. */
  readonly reached: () => Head
  readonly onNews: (news: News) => void
  /** Whoever it is may have left the workspace since. */
  readonly onPresence: (presence: Presence) => void
}
export type Store = {
  /** All requests in one transaction, at most one per workspace. Resolves when they are on disk (S3). */
  append(requests: readonly AppendRequest[]): Promise<readonly AppendResult[]>
  /** `null`: no such workspace. */
  head(workspace: WorkspaceId): Promise<Head | null>
  /** The first 16 bytes of the log hash at an item, as hellos carry it. `null` beyond the head. */
  logHashAt(workspace: WorkspaceId, seq: number): Promise<Uint8Array<ArrayBuffer> | null>
  read(workspace: WorkspaceId, options: ReadOptions): Promise<readonly StoredItem[]>
  /** The newest checkpoint numbered below `before`: what a new device starts from (S5). */
  newestCheckpoint(workspace: WorkspaceId, before: number): Promise<StoredItem | null>
  workspacesOf(person: PersonId): Promise<readonly WorkspaceId[]>
  wrongHellos(workspace: WorkspaceId, locator: Locator): Promise<number>
  /** One more, and how many there are then: of several at once, on whatever process, each gets a number of its own. */
  countWrongHello(workspace: WorkspaceId, locator: Locator): Promise<number>
  /** One that was counted was none. */
  uncountWrongHello(workspace: WorkspaceId, locator: Locator): Promise<void>
  /**
   * Tells of what other processes append, within seconds even when a message between them is lost. Where there are none:
   * nothing. The result ends it.
   */
  subscribe(workspace: WorkspaceId, subscriber: Subscriber): () => void
  /** Tells the subscribers of other processes, a moment later. Of several of one person the last; where many move, perhaps none. */
  show(workspace: WorkspaceId, presence: Presence): void
  /** After `close`: of every entry only its hash remains, on disk too. */
  eraseEntries(workspace: WorkspaceId): Promise<void>
  close(): Promise<void>
}

/** `expectedRecord` of a workspace that is not there yet. */
export const NO_RECORD = -1
