/** The contract of every SyncStore. `create` returns a new store; `reopen`, where a store outlives the page, the same one as after a restart. */
import { describe, expect, test } from 'vitest'
import type { SyncStore } from './sync-store.ts'

export type SyncStoreUnderTest = { store: SyncStore; reopen(): Promise<SyncStore> }

const bytes = (...values: number[]) => Uint8Array.of(...values)

export const describeSyncStore = (name: string, create: () => Promise<SyncStoreUnderTest>): void => {
  describe(`sync store (${name})`, () => {
    test('[Y1] is empty at first', async () => {
      const { store } = await create()
      expect(await store.load()).toEqual({ records: [], cursor: null, salts: [] })
    })

    test('[Y2] returns records in the order of the log, in whatever order they came', async () => {
      const { store, reopen } = await create()
      await store.addRecords([
        { seq: 2, bytes: bytes(2) },
        { seq: 300, bytes: bytes(3) },
      ])
      await store.addRecords([{ seq: 1, bytes: bytes(1) }])
      const { records } = await (await reopen()).load()
      expect(records.map(({ seq }) => seq)).toEqual([1, 2, 300])
      expect(records[2]?.bytes).toEqual(bytes(3))
    })

    test('[Y3] writing a record again is harmless', async () => {
      const { store } = await create()
      await store.addRecords([{ seq: 1, bytes: bytes(1) }])
      await store.addRecords([
        { seq: 1, bytes: bytes(1) },
        { seq: 2, bytes: bytes(2) },
      ])
      expect((await store.load()).records).toHaveLength(2)
    })

    test('[Y4] adding no records is harmless', async () => {
      const { store } = await create()
      await store.addRecords([])
      expect((await store.load()).records).toEqual([])
    })

    test('[Y9] replaces all records at once, when some have other places', async () => {
      const { store, reopen } = await create()
      await store.addRecords([
        { seq: 1, bytes: bytes(1) },
        { seq: 4, bytes: bytes(4) },
      ])
      await store.replaceRecords([
        { seq: 1, bytes: bytes(1) },
        { seq: 3, bytes: bytes(4) },
      ])
      const { records } = await (await reopen()).load()
      expect(records.map(({ seq, bytes: [first] }) => [seq, first])).toEqual([[1, 1], [3, 4]]) // prettier-ignore
    })

    test('[Y5] has the last cursor', async () => {
      const { store, reopen } = await create()
      await store.saveCursor(bytes(1, 2))
      await store.saveCursor(bytes(3))
      expect((await (await reopen()).load()).cursor).toEqual(bytes(3))
    })

    test('[Y6] keeps every salt, also two that were added at once', async () => {
      const { store, reopen } = await create()
      await Promise.all([store.addSalt(bytes(1)), store.addSalt(bytes(2))])
      await store.addSalt(bytes(3))
      expect((await (await reopen()).load()).salts).toEqual([bytes(1), bytes(2), bytes(3)])
    })

    test('[Y7] keeps the bytes as they were given, whatever becomes of the array later', async () => {
      const { store } = await create()
      const [record, cursor, salt] = [bytes(1), bytes(2), bytes(3)]
      await Promise.all([store.addRecords([{ seq: 1, bytes: record }]), store.saveCursor(cursor), store.addSalt(salt)])
      for (const given of [record, cursor, salt]) given.fill(9)
      expect(await store.load()).toEqual({
        records: [{ seq: 1, bytes: bytes(1) }],
        cursor: bytes(2),
        salts: [bytes(3)],
      })
    })
  })
}
