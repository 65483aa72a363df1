/** The contract of every JournalStore. `create` returns a new store and a way to reopen it as after a restart. */
import { describe, expect, test } from 'vitest'
import type { JournalStore } from './journal-store.ts'
import { batchOf, entryAt, placeAt } from './testing/batches.ts'

export type JournalStoreUnderTest = { store: JournalStore; reopen(): Promise<JournalStore> }

const seqsIn = async (store: JournalStore): Promise<readonly number[] | undefined> =>
  (await store.load())?.entries.map(({ seq }) => seq)

export const describeJournalStore = (name: string, create: () => Promise<JournalStoreUnderTest>): void => {
  describe(`journal store (${name})`, () => {
    test('[J1] has no journal at first', async () => {
      const { store } = await create()
      expect(await store.load()).toBeNull()
    })

    test('[J2] returns the entries as they were given, in order, over a restart', async () => {
      const { store, reopen } = await create()
      expect(await store.append(batchOf(0, [2, 3]))).toMatchObject({ kept: true })
      await store.append(batchOf(3, [5, 300]))
      expect(await (await reopen()).load()).toEqual({
        base: { place: placeAt(0), at: null, document: null },
        entries: [2, 3, 5, 300].map((seq) => entryAt(seq)),
        end: placeAt(300),
        asked: false,
      })
    })

    test('[J3] a stretch without entries moves the end, and rows of any size follow each other', async () => {
      const { store } = await create()
      await store.append(batchOf(0, [], { to: placeAt(4) }))
      await store.append(batchOf(4, [], { to: placeAt(6), entries: [entryAt(5, 40_000), entryAt(6, 9)] }))
      await store.append(batchOf(6, [7]))
      const journal = await store.load()
      expect(journal?.entries.map(({ update }) => update.length)).toEqual([40_000, 9, 3])
      expect(journal?.end).toEqual(placeAt(7))
    })

    test('[J4] a batch that came before changes nothing, also when a later one had ended inside it', async () => {
      const { store } = await create()
      await store.append(batchOf(0, [1, 2]))
      await store.append(batchOf(2, [3, 4]))
      await store.append(batchOf(2, [3, 4]))
      await store.append(batchOf(2, [3]))
      await store.append(batchOf(3, [4, 5, 6]))
      expect(await seqsIn(store)).toEqual([1, 2, 3, 4, 5, 6])
    })

    test('[J5] a gap, or another log, is refused and leaves the journal as it is', async () => {
      const { store } = await create()
      expect(await store.append(batchOf(7, [8]))).toEqual({ kept: false, reason: 'gap' })
      await store.append(batchOf(0, [1, 2]))
      expect(await store.append(batchOf(3, [4]))).toEqual({ kept: false, reason: 'gap' })
      expect(await store.append(batchOf(2, [3], {}, 9))).toEqual({ kept: false, reason: 'gap' })
      expect(await seqsIn(store)).toEqual([1, 2])
    })

    test('[J12] a stretch that goes another way than what is kept behind the same place is a gap', async () => {
      const { store } = await create()
      await store.append(batchOf(0, [1]))
      await store.append(batchOf(1, [2, 3, 4]))
      const others = { from: placeAt(1), between: [2, 3, 4].map((number) => placeAt(number, 9)) }
      expect(await store.append(batchOf(1, [2, 5], others, 9))).toEqual({ kept: false, reason: 'gap' })
      expect(await store.append(batchOf(1, [2], { whole: true }))).toEqual({ kept: false, reason: 'gap' })
      expect(await seqsIn(store)).toEqual([1, 2, 3, 4])
    })

    test('[J6] begins anew behind a document', async () => {
      const { store, reopen } = await create()
      await store.append(batchOf(0, [1, 2]))
      const base = { place: placeAt(7), at: 70, document: Uint8Array.of(9) }
      await store.begin(base)
      await store.append(batchOf(7, [8]))
      expect(await (await reopen()).load()).toEqual({ base, entries: [entryAt(8)], end: placeAt(8), asked: false })
    })

    test('[J7] reading the log again keeps the old journal until the new one goes as far', async () => {
      const { store, reopen } = await create()
      await store.append(batchOf(0, [1, 2, 3]))
      await store.append(batchOf(0, [1], {}, 9))
      expect(await seqsIn(store)).toEqual([1, 2, 3])
      const again = await reopen()
      await again.append(batchOf(1, [2], {}, 9))
      expect(await seqsIn(again)).toEqual([1, 2, 3])
      expect((await again.loadWritten())?.entries).toHaveLength(2)
      await again.append(batchOf(2, [5], {}, 9))
      expect(await seqsIn(again)).toEqual([1, 2, 5])
      expect((await again.load())?.end).toEqual(placeAt(5, 9))
    })

    test('[J8] a log that was read whole replaces the journal of a longer one', async () => {
      const { store } = await create()
      await store.append(batchOf(0, [1, 2, 3, 4]))
      await store.append(batchOf(0, [1], { whole: true }, 9))
      expect(await seqsIn(store)).toEqual([1])
    })

    test('[J9] folds the oldest entries into the base, of the line that is written', async () => {
      const { store, reopen } = await create()
      await store.append(batchOf(0, [1, 2, 3, 4]))
      const base = { place: placeAt(2), at: 2_000, document: Uint8Array.of(1, 2) }
      await store.fold(base)
      await store.append(batchOf(4, [5]))
      const folded = await (await reopen()).load()
      expect(folded?.base).toEqual(base)
      expect(folded?.entries.map(({ seq }) => seq)).toEqual([3, 4, 5])
      await store.fold(base)
      await store.fold({ ...base, place: placeAt(99) })
      expect(await seqsIn(store)).toEqual([3, 4, 5])
      await store.fold({ ...base, place: placeAt(5) })
      expect(await store.append(batchOf(5, [6]))).toMatchObject({ kept: true })
      expect(await seqsIn(store)).toEqual([6])
    })

    test('[J11] returns the entries after a place without the others', async () => {
      const { store, reopen } = await create()
      expect(await store.since(0)).toEqual([])
      await store.append(batchOf(0, [1], { to: placeAt(2), entries: [entryAt(1, 20_000)] }))
      await store.append(batchOf(2, [3, 5]))
      const again = await reopen()
      for (const [seq, expected] of [
        [0, 3],
        [1, 2],
        [3, 1],
        [4, 1],
        [5, 0],
        [99, 0],
      ] as const)
        // prettier-ignore
        expect((await again.since(seq)).length).toBe(expected)
    })

    const olderOf = (seqs: readonly number[], log = 1, from = 0) => ({
      base: { place: placeAt(from, log), at: from === 0 ? null : from, document: from === 0 ? null : Uint8Array.of(4) },
      entries: seqs.map((seq) => entryAt(seq, 9_000)),
      upTo: Infinity,
      places: Array.from({ length: 9 }, (_, index) => placeAt(index + 1, log)),
    })

    test('[J13] what is older goes in front, and what comes later follows as before', async () => {
      const { store, reopen } = await create()
      await store.begin({ place: placeAt(5), at: 5, document: Uint8Array.of(7) })
      expect(await store.extend(olderOf([1, 2, 3, 4, 6]))).toBe(true)
      await store.append(batchOf(5, [6]))
      const again = await reopen()
      expect(await again.load()).toMatchObject({ base: { place: placeAt(0), at: null, document: null }, asked: true })
      expect(await seqsIn(again)).toEqual([1, 2, 3, 4, 6])
      expect(await again.append(batchOf(6, [7]))).toMatchObject({ kept: true })
      expect((await again.since(4)).map(({ seq }) => seq)).toEqual([6, 7])
    })

    test('[J14] of older entries that do not all fit, the newest go in front of the journal', async () => {
      const { store } = await create()
      await store.begin({ place: placeAt(5), at: 5, document: Uint8Array.of(7) })
      expect(await store.extend(olderOf([3, 4], 1, 2))).toBe(true)
      expect((await store.load())?.base).toEqual({ place: placeAt(2), at: 2, document: Uint8Array.of(4) })
      expect(await seqsIn(store)).toEqual([3, 4])
    })

    test('[J15] another log, and what is no older, change nothing', async () => {
      const { store } = await create()
      await store.begin({ place: placeAt(5), at: 5, document: Uint8Array.of(7) })
      await store.append(batchOf(5, [6]))
      const before = await store.load()
      expect(await store.extend(olderOf([1, 2, 3, 4], 9))).toBe(false)
      expect(await store.extend({ ...olderOf([1, 2, 3, 4]), places: [] })).toBe(false)
      expect(await store.extend(olderOf([6], 1, 5))).toBe(false)
      expect(await store.load()).toEqual(before)
    })

    test('[J17] a journal that was folded while older entries were read gets no hole', async () => {
      const { store } = await create()
      await store.append(batchOf(0, [1, 2, 3, 4, 5, 6]))
      await store.fold({ place: placeAt(2), at: 2, document: Uint8Array.of(7) })
      const older = { ...olderOf([1, 2]), upTo: 2 }
      await store.fold({ place: placeAt(4), at: 4, document: Uint8Array.of(8) })
      expect(await store.extend(older)).toBe(false)
      expect(await seqsIn(store)).toEqual([5, 6])
    })

    test('[J18] entries up to a journal that is gone since are none by themselves', async () => {
      const { store } = await create()
      expect(await store.extend({ ...olderOf([1, 4]), upTo: 4 })).toBe(false)
      expect(await store.load()).toBeNull()
    })

    test('[J16] where there was no journal, it is one, and goes on', async () => {
      const { store } = await create()
      expect(await store.extend(olderOf([1, 4]))).toBe(true)
      expect(await store.append(batchOf(9, [10]))).toMatchObject({ kept: true })
      expect(await seqsIn(store)).toEqual([1, 4, 10])
    })

    test('[J10] keeps the bytes as they were given, whatever becomes of the array later', async () => {
      const { store } = await create()
      const entry = entryAt(1)
      const document = Uint8Array.of(1)
      await store.append({ ...batchOf(0, [1]), entries: [entry] })
      entry.update.fill(9)
      expect((await store.load())?.entries).toEqual([entryAt(1)])
      await store.begin({ place: placeAt(3), at: 1, document })
      document.fill(9)
      expect((await store.load())?.base.document).toEqual(Uint8Array.of(1))
    })
  })
}
