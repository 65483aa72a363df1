/**
 * The one verdict on an entry (PROTOCOL.md §4, E1–E6): a function of the log so far and the opened entry. No clock, no
 * app version, no device state, so that every device comes to the same document.
 */
import { mayWriteEntries } from '#shared/chain/chain.ts'
import type { EntryHeader } from '#shared/protocol/entries.ts'
import { deriveClientId } from '../document/client-ids.ts'
import type { EntryContent } from './entry-content.ts'
import { knowsPlace, knowsRecord, type LogState } from './log-state.ts'
import { type Inspected, inspectUpdate, isComplete, isOutOfTurn } from '../update/update.ts'

/** An entry whose signature was checked. `content` is null when it did not open or was malformed. */
export type OpenedEntry = {
  readonly header: EntryHeader
  readonly signed: boolean
  readonly content: EntryContent | null
}
/** Which rule an entry fails: it is kept, listed and hashed, but not applied (E6). */
export type SkipReason = 'E1' | 'E3' | 'E4' | 'E5'
export type Verdict =
  | {
      readonly accepted: true
      readonly inspected: Inspected
      readonly update: Uint8Array<ArrayBuffer>
      readonly otherLog: boolean
    }
  /** A checkpoint is a preview of the log, never a part of it (K2): a device comes to the same document whether it opens it or not. */
  | { readonly accepted: false; readonly reason: 'checkpoint'; readonly otherLog: boolean }
  /** `outOfTurn`: the entry fails only because of where its author's own clocks stand in the log. */
  | {
      readonly accepted: false
      readonly reason: SkipReason
      readonly otherLog: boolean
      readonly outOfTurn: boolean
    }

/** The most salts of one entry. No real device is reloaded a thousand times while offline. */
const MAX_SALTS = 1_000

/** Judges an entry. `otherLog` (E2): the author was shown another log, or lies; the entry counts all the same. */
export const accept = (state: LogState, entry: OpenedEntry): Verdict => {
  const { header, content } = entry
  const otherLog = entry.signed && !(knowsPlace(state, header.seen) && knowsRecord(state, header.lastRecord))
  const skip = (reason: SkipReason, outOfTurn = false): Verdict => ({ accepted: false, reason, otherLog, outOfTurn })
  const isWriter = state.chain !== null && mayWriteEntries(state.chain, header.author, header.epoch)
  if (!entry.signed || !isWriter || header.workspace !== state.workspace) return skip('E1')
  if (header.type === 'checkpoint') return { accepted: false, reason: 'checkpoint', otherLog }
  const inspected = content === null ? null : inspectUpdate(content.update)
  if (content === null || inspected === null || content.salts.length > MAX_SALTS) return skip('E3')
  const own = new Set(content.salts.map((salt) => deriveClientId(state.workspace, header.author, salt)))
  if ([...inspected.structs.keys()].some((client) => !own.has(client))) return skip('E4')
  if (!isComplete(inspected, state.clocks)) return skip('E5', isOutOfTurn(inspected, state.clocks))
  return { accepted: true, inspected, update: content.update, otherLog }
}
