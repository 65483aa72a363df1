/** What was sent to the relay and not answered yet. The relay answers one connection's appends in order. */
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import type { OpenedEntry } from '../log/accept.ts'
import { addDeletes, type Range } from '../update/delete-set.ts'
import type { Snapshot } from '../document/snapshot.ts'
import { advanceClocks, type Inspected } from '../update/update.ts'

export type SentEntry = {
  readonly kind: 'entry'
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly opened: OpenedEntry
  readonly inspected: Inspected
}
export type RecordOutcome = 'done' | 'offline' | Refusal
export type SentRecord = {
  readonly kind: 'record'
  readonly bytes: Uint8Array<ArrayBuffer>
  answered(outcome: RecordOutcome): void
}
/** Nothing of it is new. */
export type SentCheckpoint = {
  readonly kind: 'checkpoint'
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly opened: OpenedEntry
}
export type Sent = SentEntry | SentRecord | SentCheckpoint

export type InFlight = {
  add(sent: Sent): void
  /** Calls once, as soon as everything is answered or dropped. */
  whenEmpty(run: () => void): void
  /** The oldest, which the relay has just answered. */
  take(): Sent | undefined
  size(): number
  /** Entries of another epoch: they will be refused, and nothing may be built on them. */
  isOutdated(epoch: number): boolean
  /** The connection is gone: what was committed shows up in the next pull. */
  drop(): void
  /** The log's snapshot as it will be when all of this is committed. */
  onTopOf(snapshot: Snapshot): { readonly clocks: Map<number, number>; readonly deletes: Map<number, readonly Range[]> }
}

export const createInFlight = (): InFlight => {
  let sent: Sent[] = []
  let waiting: (() => void)[] = []
  const tellEmpty = (): void => {
    const told = waiting
    waiting = []
    for (const run of told) run()
  }
  return {
    add: (item) => void sent.push(item),
    take() {
      const oldest = sent.shift()
      if (sent.length === 0) tellEmpty()
      return oldest
    },
    whenEmpty(run) {
      if (sent.length === 0) run()
      else waiting.push(run)
    },
    size: () => sent.length,
    isOutdated: (epoch) => sent.some((item) => item.kind !== 'record' && item.opened.header.epoch !== epoch),
    drop() {
      const dropped = sent
      sent = []
      for (const item of dropped) if (item.kind === 'record') item.answered('offline')
      tellEmpty()
    },
    onTopOf(snapshot) {
      const clocks = new Map(snapshot.clocks)
      const deletes = new Map(snapshot.deletes)
      for (const item of sent) {
        if (item.kind !== 'entry') continue
        advanceClocks(clocks, item.inspected)
        addDeletes(deletes, item.inspected.deletes)
      }
      return { clocks, deletes }
    },
  }
}
