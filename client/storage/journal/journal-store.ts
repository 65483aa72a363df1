/**
 * The journal of one plan on this device: what counted in its log, opened and in order, behind a base document. It is a type
 * only; every store meets journal-store.contract.ts, and lines.ts decides what a batch does to it.
 */
import type { Place } from '#shared/protocol/entries.ts'
import type { PersonId } from '#shared/protocol/ids.ts'

/** One accepted entry of the log. Times are in ms since 1970. */
export type JournalEntry = {
  readonly seq: number
  /** The moment when the relay got it, by its clock: order and age go by this one. */
  readonly at: number
  readonly author: PersonId
  /** The first and the last edit, by the author's clock, which may say anything. */
  readonly firstEdit: number
  readonly lastEdit: number
  /** A Yjs V1 update, as it was accepted. */
  readonly update: Uint8Array
}

/** A stretch of the log: all that counted in it. `whole`: the session had read the log up to its head. */
export type JournalBatch = {
  readonly from: Place
  readonly to: Place
  /** The places inside the stretch: what was kept before a crash is recognised by them. They are not stored. */
  readonly between: readonly Place[]
  readonly entries: readonly JournalEntry[]
  readonly whole: boolean
}

/** `document`: a Yjs V1 update; `null` at the start of the log. `at`: when its last entry came, in ms since 1970. */
export type JournalBase = {
  readonly place: Place
  readonly at: number | null
  readonly document: Uint8Array | null
}

export type Journal = {
  readonly base: JournalBase
  /** In the order of the log. */
  readonly entries: readonly JournalEntry[]
  /** How far the journal goes. */
  readonly end: Place
  /** Somebody asked for what was before: old entries are kept as long as they fit. Left out: nobody did. */
  readonly asked?: boolean
}

/** The log as it was read once more, to extend a journal to the front. */
export type OlderLog = {
  /** What did not fit is part of this. */
  readonly base: JournalBase
  readonly entries: readonly JournalEntry[]
  /** Entries after this seq were not kept: the journal had them when the reading began. */
  readonly upTo: number
  /** The places that the reading passed, in order: a journal of another log is recognised by them. */
  readonly places: readonly Place[]
}

/** `gap`: the batch follows nothing that is here, and nothing has changed. `bytes`: all entries of the line that took it. */
export type Appended =
  | { readonly kept: true; readonly bytes: number }
  | { readonly kept: false; readonly reason: 'gap' }

/** Every method is one transaction: it resolves when it is durable, and rejects when it is not. */
export type JournalStore = {
  append(batch: JournalBatch): Promise<Appended>
  /** Begins anew with this document: everything before is not claimed any more. */
  begin(base: JournalBase): Promise<void>
  /** The journal; `null` when there is none, or when it is damaged: then it is also removed, and begins anew. */
  load(): Promise<Journal | null>
  /** Puts the entries before its base in front of the journal. `false`: they are of another log, or do not reach the journal, which may have been folded meanwhile; nothing has changed. */
  extend(older: OlderLog): Promise<boolean>
  /** The entries after this seq, without what comes before them; none when nothing of the journal can be read. */
  since(seq: number): Promise<readonly JournalEntry[]>
  /** The line that is being written, which while the log is read again is not yet the one that `load` returns. */
  loadWritten(): Promise<Journal | null>
  /** Replaces the base of that line and drops the entries up to its place; does nothing when the line has become another. */
  fold(base: JournalBase): Promise<void>
}
