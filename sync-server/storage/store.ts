/**
 * Storage of logs. Numbered rules and their tests: store.contract.ts. A store decodes nothing and judges nothing. It is
 * asynchronous although SQLite is not, because PostgreSQL, which several relays share, is.
 */
import type { Locator, PersonId, WorkspaceId } from '#shared/protocol/ids.ts'

export type StoredItem = {
  readonly seq: number
  /** ms since 1970, by the relay's clock. */
  readonly receivedAt: number
  readonly bytes: Uint8Array<ArrayBuffer>
}
/** The end of a workspace's log. */
export type Head = {
  readonly seq: number
  /** All 32 bytes. */
  readonly logHash: Uint8Array<ArrayBuffer>
  /** The number of the last record. */
  readonly lastRecord: number
  /** Size of all items, in bytes. */
  readonly bytes: number
}
export type AppendRequest = {
  readonly workspace: WorkspaceId
  /** The number of the record that these items were judged by; `NO_RECORD` creates a workspace. */
  readonly expectedRecord: number
  readonly receivedAt: number
  readonly items: readonly Uint8Array<ArrayBuffer>[]
  /** Persons who take part from here on, and those who no longer do. */
  readonly joined: readonly PersonId[]
  readonly ended: readonly PersonId[]
}
export type AppendResult =
  | { readonly ok: true; readonly firstSeq: number; readonly head: Head }
  /** `moved`: the last record is another one, judge again. `full`: the disk is full. Nothing of the request was stored. */
  | { readonly ok: false; readonly reason: 'moved' | 'full' }
export type ReadOptions = {
  /** The number of the last item that the reader has. */
  readonly after: number
  /** A page ends at this many items, or before it exceeds this many bytes; it holds at least one item if there is one. */
  readonly maxItems: number
  readonly maxBytes: number
  readonly recordsOnly: boolean
}
/** What another process has appended. */
export type ForeignAppend = {
  readonly head: Head
  /** The items after those reached; empty when they are too many to hand over at once. */
  readonly items: readonly StoredItem[]
}
/** A member's sealed presence. It is never stored. */
export type Presence = {
  readonly author: PersonId
  readonly epoch: number
  readonly sealed: Uint8Array<ArrayBuffer>
}
export type Subscriber = {
  /** The head that the subscriber has reached by itself. */
  readonly reached: () => Head
  readonly onForeignAppend: (append: ForeignAppend) => void
  /** The author may have left the workspace since. */
  readonly onPresence: (presence: Presence) => void
}
export type Store = {
  /**
   * Each request whole or not at all, at most one per workspace; resolves when all are on disk (S3). When it rejects, each may
   * be stored or not.
   */
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
  /** Adds one and returns the new count: concurrent calls, in whatever process, each get a number of their own. */
  countWrongHello(workspace: WorkspaceId, locator: Locator): Promise<number>
  /** Takes one back that turned out not to be wrong. */
  uncountWrongHello(workspace: WorkspaceId, locator: Locator): Promise<void>
  /**
   * Reports what other processes append, within seconds even when a notification between them is lost. A store that is not
   * shared reports nothing. The result unsubscribes.
   */
  subscribe(workspace: WorkspaceId, subscriber: Subscriber): () => void
  /**
   * Forwards presence to the subscribers of other processes, a moment later. Only each person's last one is sent; under
   * load perhaps none.
   */
  forwardPresence(workspace: WorkspaceId, presence: Presence): void
  /** After `close`: only the hash of every entry remains, on disk too, except for unused parts of pages (README: Commands). */
  eraseEntries(workspace: WorkspaceId): Promise<void>
  close(): Promise<void>
}

/** `expectedRecord` of a workspace that does not exist yet. */
export const NO_RECORD = -1
