/** The sync store of a device that stores nothing ("only for now"), and of the simulation. */
import type { StoredLog, SyncStore } from './sync-store.ts'

export const createMemorySyncStore = (): SyncStore => {
  const records = new Map<number, Uint8Array>()
  const salts: Uint8Array[] = []
  let cursor: Uint8Array | null = null

  return {
    async load(): Promise<StoredLog> {
      const inOrder = [...records].toSorted(([a], [b]) => a - b).map(([seq, bytes]) => ({ seq, bytes: bytes.slice() }))
      return { records: inOrder, cursor: cursor?.slice() ?? null, salts: salts.map((salt) => salt.slice()) }
    },
    async addRecords(added) {
      for (const { seq, bytes } of added) records.set(seq, bytes.slice())
    },
    async replaceRecords(added) {
      records.clear()
      for (const { seq, bytes } of added) records.set(seq, bytes.slice())
    },
    async saveCursor(saved) {
      cursor = saved.slice()
    },
    async addSalt(salt) {
      salts.push(salt.slice())
    },
  }
}
