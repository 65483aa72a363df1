/** Numbered rules that a store also keeps when several processes share it. */
import { beforeEach, describe, expect, type SuiteCollector, test } from 'vitest'
import { toLocator, toPersonId, toWorkspaceId } from '#shared/protocol/ids.ts'
import { firstLogHash, nextLogHash } from '#shared/protocol/log.ts'
import {
  type AppendRequest,
  type Head,
  type ForeignAppend,
  NO_RECORD,
  type Presence,
  type ReadOptions,
  type Store,
} from './store.ts'

const id = (n: number): Uint8Array<ArrayBuffer> => new Uint8Array(16).fill(n)
const PLANS = [1, 2, 3, 4, 5].map((n) => toWorkspaceId(id(n)))
const [PLAN = toWorkspaceId(id(1))] = PLANS
const ANNA = toPersonId(id(9))
const LINK = toLocator(id(8))
const EVERYTHING: ReadOptions = { after: 0, maxItems: 10_000, maxBytes: 10_000_000, recordsOnly: false }
const record = (n: number): Uint8Array<ArrayBuffer> => Uint8Array.of(0, n)
const entry = (n: number, length = 40): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(n, 1).fill(1, 0, 1)

const request = (change: Partial<AppendRequest>): AppendRequest => ({
  workspace: PLAN,
  expectedRecord: 0,
  receivedAt: 1_000,
  items: [],
  joined: [],
  ended: [],
  ...change,
})
const beginning = (workspace = PLAN): AppendRequest =>
  request({ workspace, expectedRecord: NO_RECORD, items: [record(0)], joined: [ANNA] })

export type Shared = {
  readonly empty: () => Promise<unknown>
  /** Opens the store as another process does. */
  readonly open: () => Promise<Store>
}

export const describeSharedStore = (name: string, { empty, open }: Shared): SuiteCollector =>
  describe(`shared store (${name})`, () => {
    beforeEach(async () => void (await empty()))
    const openTwo = async (): Promise<readonly [Store, Store]> => {
      const stores = [await open(), await open()] as const
      await stores[0].append(PLANS.map((plan) => beginning(plan)))
      return stores
    }
    /** Subscribes, and records what it is told. */
    const follow = async (store: Store) => {
      const told: ForeignAppend[] = []
      let head: Head = (await store.head(PLAN)) ?? { seq: 0, logHash: id(0), lastRecord: 0, bytes: 0 }
      const onForeignAppend = (append: ForeignAppend): void => {
        told.push(append)
        head = append.head
      }
      const shown: Presence[] = []
      const onPresence = (presence: Presence): void => void shown.push(presence)
      return { told, shown, stop: store.subscribe(PLAN, { reached: () => head, onForeignAppend, onPresence }) }
    }
    const seqs = (told: readonly ForeignAppend[]): readonly number[] =>
      told.flatMap(({ items }) => items.map(({ seq }) => seq))
    const eventually = (check: () => unknown) => expect.poll(check, { timeout: 10_000, interval: 5 })

    test('[T13] numbers concurrent appends without gaps, in whatever order they name the workspaces', async () => {
      const stores = await openTwo()
      const rounds = Array.from({ length: 20 }, (_, round) => round)
      const writers = stores.map(async (store, writer) => {
        for (const round of rounds) {
          const order = writer === 0 ? PLANS : PLANS.toReversed()
          const results = await store.append(
            order.map((workspace) => request({ workspace, items: [entry(writer), entry(round)] })),
          )
          expect(results.map(({ ok }) => ok)).toEqual(PLANS.map(() => true))
        }
      })
      await Promise.all(writers)
      for (const plan of PLANS) {
        const items = await stores[0].read(plan, EVERYTHING)
        expect(items.map(({ seq }) => seq)).toEqual(Array.from({ length: 81 }, (_, at) => at + 1))
        const logHash = items.reduce((hash, { bytes }) => nextLogHash(hash, bytes), firstLogHash(plan))
        expect(await stores[1].head(plan)).toMatchObject({ seq: 81, logHash })
        const written = items.slice(1).map(({ bytes }) => bytes[1])
        const runs = written.filter((_, at) => at % 2 === 0)
        expect(runs.filter((writer) => writer === 0)).toHaveLength(20) // the items of one request stay together
      }
    })

    test('[T14] creates a workspace once when several create it at the same moment', async () => {
      const stores = [await open(), await open(), await open()]
      const results = await Promise.all(stores.map((store) => store.append([beginning()])))
      expect(results.flat().filter(({ ok }) => ok)).toHaveLength(1)
      expect(results.flat().filter(({ ok }) => !ok)).toEqual([1, 2].map(() => ({ ok: false, reason: 'moved' })))
      expect((await stores[0]?.head(PLAN))?.seq).toBe(1)
    })

    test('[T15] of two requests judged by the same record, one is told that the record has moved', async () => {
      const stores = await openTwo()
      const results = await Promise.all(stores.map((store) => store.append([request({ items: [record(1)] })])))
      expect(results.flat().map(({ ok }) => ok).sort()).toEqual([false, true]) // prettier-ignore
      expect(await stores[0].head(PLAN)).toMatchObject({ seq: 2, lastRecord: 1 })
    })

    test('[T16] reports what another process appended, in order and once, and nothing of its own', async () => {
      const [store, other] = await openTwo()
      const { told, stop } = await follow(store)
      await other.append([request({ items: [entry(1), entry(2)] })])
      await eventually(() => seqs(told)).toEqual([2, 3])
      await other.append([request({ items: [record(1)] })])
      await eventually(() => seqs(told)).toEqual([2, 3, 4])
      expect(told.at(-1)?.head).toEqual(await store.head(PLAN))
      expect(told.at(-1)?.items.at(-1)?.bytes).toEqual(record(1))
      stop()
      const again = await follow(store)
      await other.append([request({ expectedRecord: 1, items: [entry(3)] })])
      await eventually(() => seqs(again.told)).toEqual([5])
      expect(seqs(told)).toEqual([2, 3, 4])
    })

    test('[T17] reports an append too large to hand over as a head alone, to be read', async () => {
      const [store, other] = await openTwo()
      const { told } = await follow(store)
      await other.append([request({ items: [entry(1, 1_000_000)] })])
      await eventually(() => told.map(({ head, items }) => [head.seq, items.length])).toEqual([[2, 0]])
      await other.append([request({ items: Array.from({ length: 1_000 }, () => entry(1)) })])
      await eventually(() => told.map(({ head, items }) => [head.seq, items.length])).toEqual([[2, 0], [1_002, 0]]) // prettier-ignore
    })

    test("[T19] forwards presence: each person's last one, and not to its own process", async () => {
      const [store, other] = await openTwo()
      const [{ shown }, own] = [await follow(store), await follow(other)]
      const presence = (person: number, byte: number) => ({
        author: toPersonId(id(person)),
        epoch: 7,
        sealed: id(byte),
      })
      await eventually(() => {
        for (const byte of [1, 2, 3]) other.forwardPresence(PLAN, presence(9, byte)) // until the listening connection is open
        other.forwardPresence(PLAN, presence(8, 4))
        return shown.slice(0, 2)
      }).toEqual([presence(9, 3), presence(8, 4)])
      expect(own.shown).toEqual([])
    })

    test('[T18] gives every wrong hello a number of its own, wherever it is counted', async () => {
      const stores = await openTwo()
      const counting = Array.from({ length: 12 }, (_, at) => (stores[at % 2] ?? stores[0]).countWrongHello(PLAN, LINK))
      const counts = await Promise.all(counting)
      expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1))
    })
  })
