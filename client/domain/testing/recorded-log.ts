/** A log of what people wrote, as their devices would keep it: one entry for each act. */
import * as Y from 'yjs'
import { toPersonId, type PersonId } from '#shared/protocol/ids.ts'
import type { LogEntry } from '../history/lines.ts'
import type { Log } from '../history/read-history.ts'
import type { Peer } from './peers.ts'

export const RESIDENT: PersonId = toPersonId(new Uint8Array(16).fill(1))
export const WANDA: PersonId = toPersonId(new Uint8Array(16).fill(2))

const MINUTE_MS = 60_000

/** Noon of the first of December 2026, in ms since epoch. */
export const START = Date.UTC(2026, 11, 1, 11)

export const recordLog = () => {
  const entries: LogEntry[] = []
  let at = START
  return {
    entries,
    log: (): Log => ({ base: null, entries }),
    /** Lets time pass, in minutes. */
    pass(minutes: number): void {
      at += minutes * MINUTE_MS
    },
    /** What this person writes, as one entry, heard by the others at once. */
    write(
      author: PersonId,
      peer: Peer,
      act: (peer: Peer) => void,
      others: readonly Peer[] = [],
      times: object = {},
    ): void {
      const updates: Uint8Array[] = []
      const note = (update: Uint8Array): void => void updates.push(update)
      peer.doc.on('update', note)
      act(peer)
      peer.doc.off('update', note)
      at += MINUTE_MS
      if (updates.length === 0) return
      const update = Y.mergeUpdates(updates)
      entries.push({ seq: entries.length + 1, at, author, firstEdit: at, lastEdit: at, update, ...times })
      for (const other of others) Y.applyUpdate(other.doc, update)
    },
  }
}
