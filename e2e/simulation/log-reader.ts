/** A member who reads the relay's log by the pure functions alone: the result that every device must reach. */
import * as Y from 'yjs'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { SkipReason } from '#sync/log/accept.ts'
import { type Alarm, createFollower, type Follower } from '#sync/log/follower.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import { PAGE, type Relays } from './relays.ts'
import { count, type Tally } from './tally.ts'

type LogToRead = { readonly workspace: WorkspaceId; readonly relays: Relays; readonly tally: Tally }
export type Skipped = {
  readonly seq: number
  readonly author: PersonId | null
  readonly reason: SkipReason
  readonly blameless: boolean
}
export type LoggedEntry = { readonly seq: number; readonly author: PersonId; readonly update: Uint8Array }
/** The content of the relay's log so far. `doc` is what was acknowledged. */
export type ReadLog = {
  readonly follower: Follower
  readonly doc: Y.Doc
  /** What was accepted, in order; a record changes nothing. */
  readonly entries: readonly LoggedEntry[]
  /** The rule that each skipped entry breaks, and its author. */
  readonly skipped: readonly Skipped[]
  readonly bytes: readonly Uint8Array[]
}

/** An update without structs and without deletions. */
const NOTHING = Uint8Array.of(0, 0)

/** Reads from the start, then on each call what was added. */
export const createLogReader = (world: LogToRead, holder: KeyHolder, alarm: (alarm: Alarm) => void) => {
  const follower = createFollower(startOfLog(world.workspace), holder, alarm)
  const doc = new Y.Doc()
  const bytes: Uint8Array[] = []
  const skipped: Skipped[] = []
  const entries: LoggedEntry[] = []
  let turn: Promise<unknown> = Promise.resolve()
  const read = async (): Promise<ReadLog> => {
    for (;;) {
      const items = await world.relays.store().read(world.workspace, { ...PAGE, after: follower.state.seq })
      if (items.length === 0) return { follower, doc, entries, skipped, bytes }
      for (const item of items) {
        bytes.push(item.bytes)
        const consumed = await follower.consume(item.bytes)
        if (consumed.kind === 'entry') {
          Y.applyUpdate(doc, consumed.update)
          entries.push({ seq: item.seq, author: consumed.author, update: consumed.update })
        }
        if (consumed.kind === 'record') entries.push({ seq: item.seq, author: consumed.record.author, update: NOTHING })
        if (consumed.kind === 'record' && consumed.record.body.kind === 'epoch') count(world.tally, 'R4: a new key')
        if (consumed.kind === 'checkpoint') count(world.tally, 'K1: a checkpoint in the log')
        if (consumed.kind === 'skipped') {
          skipped.push({ ...consumed, seq: item.seq })
          count(world.tally, `${consumed.reason}: an entry skipped`)
        }
        if (consumed.kind === 'stopped') throw new Error(`The log holds what cannot be judged: ${consumed.reason}.`)
      }
    }
  }
  /** One after another: two callers may ask while the first still reads. */
  return (): Promise<ReadLog> => {
    const mine = turn.then(read)
    turn = mine.catch(() => {})
    return mine
  }
}
