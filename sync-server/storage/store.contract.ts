/** Numbered rules that every store keeps. Each implementation runs all of them. */
import { describe, expect, type SuiteCollector, test } from 'vitest'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { type Locator, type PersonId, toLocator, toPersonId, toWorkspaceId } from '#shared/protocol/ids.ts'
import { eraseItem, firstLogHash, nextLogHash, shortHash } from '#shared/protocol/log.ts'
import { type AppendRequest, NO_RECORD, type ReadOptions, type Store } from './store.ts'

const id = (n: number): Uint8Array<ArrayBuffer> => new Uint8Array(16).fill(n)
const PLAN = toWorkspaceId(id(1))
const HOME = toWorkspaceId(id(2))
const ANNA: PersonId = toPersonId(id(3))
const BILAL: PersonId = toPersonId(id(4))
const LINK: Locator = toLocator(id(5))
const record = (n: number): Uint8Array<ArrayBuffer> => Uint8Array.of(0, n)
const entry = (n: number, length = 40): Uint8Array<ArrayBuffer> =>
  concatBytes(Uint8Array.of(1, n), new Uint8Array(length - 2))
/** Tag, suite and type. */
const checkpoint = (n: number): Uint8Array<ArrayBuffer> => Uint8Array.of(1, 1, 1, n)
const EVERYTHING: ReadOptions = { after: 0, maxItems: 1_000, maxBytes: 1_000_000, recordsOnly: false }

const request = (change: Partial<AppendRequest>): AppendRequest => ({
  workspace: PLAN,
  expectedRecord: 0,
  receivedAt: 1_000,
  items: [],
  joined: [],
  ended: [],
  ...change,
})
const beginning = (change: Partial<AppendRequest> = {}): AppendRequest =>
  request({ expectedRecord: NO_RECORD, items: [record(0)], joined: [ANNA], ...change })

export type Opened = {
  readonly store: Store
  /** The store as the next process finds it. */
  reopen(): Promise<Opened>
}

export const describeStore = (name: string, open: () => Promise<Opened>): SuiteCollector =>
  describe(`store (${name})`, () => {
    const begun = async (): Promise<Opened> => {
      const opened = await open()
      await opened.store.append([beginning()])
      return opened
    }

    test('[T1] numbers the items of each workspace from 1, without gaps, in the given order', async () => {
      const { store } = await open()
      const [plan, home] = await store.append([
        beginning({ items: [record(0), entry(1)] }),
        beginning({ workspace: HOME }),
      ])
      expect([plan, home].map((result) => result?.ok && result.firstSeq)).toEqual([1, 1])
      const [again] = await store.append([request({ items: [entry(2), entry(3)] })])
      expect(again?.ok && again.firstSeq).toBe(3)
      const items = await store.read(PLAN, EVERYTHING)
      expect(items.map(({ seq, bytes }) => [seq, bytes[1]])).toEqual([[1, 0], [2, 1], [3, 2], [4, 3]]) // prettier-ignore
    })

    test('[T2] stores nothing of a request that was judged by another record, and everything of the others', async () => {
      const { store } = await begun()
      await store.append([request({ items: [record(1)] })])
      const results = await store.append([
        request({ items: [entry(9)], joined: [BILAL] }),
        beginning({ workspace: HOME }),
      ])
      expect(results.map(({ ok }) => ok)).toEqual([false, true])
      expect(results[0]).toEqual({ ok: false, reason: 'moved' })
      expect((await store.head(PLAN))?.seq).toBe(2)
      expect(await store.workspacesOf(BILAL)).toEqual([])
      expect((await store.head(HOME))?.seq).toBe(1)
    })

    test('[T3] creates a workspace only with NO_RECORD, and only once', async () => {
      const { store } = await open()
      expect(await store.head(PLAN)).toBeNull()
      expect(await store.append([request({ items: [entry(1)] })])).toEqual([{ ok: false, reason: 'moved' }])
      await store.append([beginning()])
      expect(await store.append([beginning()])).toEqual([{ ok: false, reason: 'moved' }])
    })

    test('[T4] keeps the running log hash at every item, the number of the last record, and the size', async () => {
      const { store } = await begun()
      const [result] = await store.append([request({ items: [entry(1), record(1)] })])
      const first = nextLogHash(firstLogHash(PLAN), record(0))
      const second = nextLogHash(first, entry(1))
      const head = { seq: 3, logHash: nextLogHash(second, record(1)), lastRecord: 1, bytes: 2 + 40 + 2 }
      expect(result?.ok && result.head).toEqual(head)
      expect(await store.head(PLAN)).toEqual(head)
      expect(await store.logHashAt(PLAN, 0)).toEqual(shortHash(firstLogHash(PLAN)))
      expect(await store.logHashAt(PLAN, 2)).toEqual(shortHash(second))
      expect(await store.logHashAt(PLAN, 3)).toEqual(shortHash(head.logHash))
      expect(await store.logHashAt(PLAN, 4)).toBeNull()
      expect(await store.logHashAt(HOME, 0)).toBeNull()
    })

    test('[T5] bounds pages by count and by bytes, but never returns an empty one while there is more', async () => {
      const { store } = await begun()
      await store.append([request({ receivedAt: 2_000, items: [entry(1, 100), entry(2, 100), entry(3, 5_000)] })])
      const seqs = async (options: Partial<ReadOptions>): Promise<number[]> =>
        (await store.read(PLAN, { ...EVERYTHING, ...options })).map(({ seq }) => seq)
      expect(await seqs({ maxItems: 2 })).toEqual([1, 2])
      expect(await seqs({ after: 1, maxBytes: 250 })).toEqual([2, 3])
      expect(await seqs({ after: 3, maxBytes: 250 })).toEqual([4])
      expect(await seqs({ after: 4 })).toEqual([])
      expect((await store.read(PLAN, EVERYTHING)).map(({ receivedAt }) => receivedAt)).toEqual([
        1_000, 2_000, 2_000, 2_000,
      ])
    })

    test('[T6] reads records alone, under their own numbers', async () => {
      const { store } = await begun()
      await store.append([request({ items: [entry(1), record(1), entry(2), record(2)] })])
      const records = await store.read(PLAN, { ...EVERYTHING, recordsOnly: true })
      expect(records.map(({ seq }) => seq)).toEqual([1, 3, 5])
      const later = await store.read(PLAN, { ...EVERYTHING, after: 1, maxItems: 1, recordsOnly: true })
      expect(later.map(({ seq, bytes }) => [seq, bytes])).toEqual([[3, record(1)]])
    })

    test("[T7] lists a person's workspaces, as requests say who joined and who ended", async () => {
      const { store } = await begun()
      await store.append([beginning({ workspace: HOME, joined: [ANNA, BILAL] })])
      expect([...(await store.workspacesOf(ANNA))].sort()).toEqual([PLAN, HOME].sort())
      await store.append([request({ workspace: HOME, items: [record(1)], joined: [ANNA], ended: [BILAL] })])
      expect(await store.workspacesOf(BILAL)).toEqual([])
      expect(await store.workspacesOf(ANNA)).toHaveLength(2)
    })

    test('[T8] counts wrong hellos for each invitation of each workspace, one by one, and can take one back', async () => {
      const { store } = await begun()
      await store.append([beginning({ workspace: HOME })])
      const counted = await Promise.all([1, 2, 3].map(() => store.countWrongHello(PLAN, LINK)))
      expect(counted.sort()).toEqual([1, 2, 3])
      expect(await store.wrongHellos(PLAN, LINK)).toBe(3)
      expect(await store.wrongHellos(HOME, LINK)).toBe(0)
      for (const left of [2, 1, 0, 0]) {
        await store.uncountWrongHello(PLAN, LINK)
        expect(await store.wrongHellos(PLAN, LINK)).toBe(left)
      }
    })

    test('[T9] erases entries to their hashes: records, numbers and log hashes stay; repeating it changes nothing', async () => {
      const { store } = await begun()
      await store.append([request({ items: [entry(1, 900), record(1)] })])
      await store.append([beginning({ workspace: HOME, items: [record(0), entry(7)] })])
      const before = await store.head(PLAN)
      for (const _ of [1, 2]) await store.eraseEntries(PLAN)
      const items = await store.read(PLAN, EVERYTHING)
      expect(items.map(({ bytes }) => bytes)).toEqual([record(0), eraseItem(entry(1, 900)), record(1)])
      expect(await store.head(PLAN)).toEqual({ ...before, bytes: 2 + 33 + 2 })
      expect((await store.read(HOME, EVERYTHING))[1]?.bytes).toEqual(entry(7))
    })

    test('[T10] is not affected by what a caller does with the bytes afterwards', async () => {
      const { store } = await begun()
      const item = entry(1)
      await store.append([request({ items: [item] })])
      item.fill(255)
      expect((await store.read(PLAN, EVERYTHING))[1]?.bytes).toEqual(entry(1))
    })

    test('[T12] finds the newest checkpoint of a workspace, and the newest below a number', async () => {
      const opened = await begun()
      await opened.store.append([request({ items: [checkpoint(1), entry(1), checkpoint(2), entry(2)] })])
      await opened.store.append([beginning({ workspace: HOME })])
      await opened.store.close()
      const { store } = await opened.reopen()
      expect(await store.newestCheckpoint(PLAN, Infinity)).toEqual({ seq: 4, receivedAt: 1_000, bytes: checkpoint(2) })
      expect((await store.newestCheckpoint(PLAN, 4))?.seq).toBe(2)
      expect(await store.newestCheckpoint(PLAN, 2)).toBeNull()
      expect(await store.newestCheckpoint(HOME, Infinity)).toBeNull()
    })

    test('[T11] has everything again after a restart', async () => {
      const opened = await begun()
      await opened.store.append([request({ items: [entry(1)], joined: [BILAL] })])
      await opened.store.countWrongHello(PLAN, LINK)
      const before = [await opened.store.head(PLAN), await opened.store.read(PLAN, EVERYTHING)]
      await opened.store.close()
      const { store } = await opened.reopen()
      expect([await store.head(PLAN), await store.read(PLAN, EVERYTHING)]).toEqual(before)
      expect(await store.workspacesOf(BILAL)).toEqual([PLAN])
      expect(await store.wrongHellos(PLAN, LINK)).toBe(1)
    })
  })
