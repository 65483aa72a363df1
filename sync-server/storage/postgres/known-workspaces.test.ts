import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { firstLogHash, nextLogHash } from '#shared/protocol/log.ts'
import { createTestDatabase, entry, follow, PLAN, ROOT } from '../../testing/postgres-stores.ts'
import type { Store } from '../store.ts'

const { asSuperuser, empty, open, openWith, start } = createTestDatabase(onTestFinished)
beforeAll(start)
const eventually = (check: () => unknown) => expect.poll(check, { interval: 5 })

const OTHER = toWorkspaceId(new Uint8Array(16).fill(2))
const ALL = { after: 0, maxItems: 99, maxBytes: 9_999, recordsOnly: false }
/** A store that knows both heads, and what it sends from then on. */
const begun = async () => {
  await empty()
  const sent: string[] = []
  const store = openWith({ sent })
  await store.append([ROOT, { ...ROOT, workspace: OTHER }])
  sent.length = 0
  return { store, sent }
}
const logOf = async (store: Store) => {
  const items = await store.read(PLAN, ALL)
  const logHash = items.reduce((hash, { bytes }) => nextLogHash(hash, bytes), firstLogHash(PLAN))
  const bytes = items.reduce((sum, item) => sum + item.bytes.length, 0)
  return { items: items.map((item) => item.bytes[1]), head: { seq: items.length, logHash, bytes, lastRecord: 0 } }
}

test('[P1] are one statement, of however many workspaces', async () => {
  const { store, sent } = await begun()
  await store.append([entry(1), { ...entry(2), workspace: OTHER }])
  expect(await store.append([entry(3)])).toMatchObject([{ ok: true, firstSeq: 3 }])
  expect(sent).toEqual(['advance', 'advance'])
  const { items, head } = await logOf(store)
  expect([items, await store.head(PLAN)]).toEqual([[0, 1, 3], head])
})

test('[P1] records and unknown workspaces go the long way, after what is plain', async () => {
  const { store, sent } = await begun()
  const third = toWorkspaceId(new Uint8Array(16).fill(3))
  const results = await store.append([
    { ...ROOT, workspace: third },
    entry(1),
    { ...ROOT, workspace: OTHER, expectedRecord: 0 },
  ])
  expect(results).toMatchObject([1, 2, 2].map((firstSeq) => ({ ok: true, firstSeq })))
  expect(sent.filter((name) => name === 'advance' || name === 'lock heads')).toEqual(['advance', 'lock heads'])
  expect((await store.head(OTHER))?.lastRecord).toBe(1)
})

test('[P2] what has moved is numbered by the head that the database has', async () => {
  const [{ store, sent }, other] = [await begun(), await open()]
  await other.append([entry(1)])
  expect(await store.append([entry(2), { ...entry(3), workspace: OTHER }])).toMatchObject([{ firstSeq: 3 }, { firstSeq: 2 }]) // prettier-ignore
  expect(sent).toContain('lock heads')
  await other.append([{ ...entry(4), items: [Uint8Array.of(0, 4)] }])
  expect(await store.append([entry(5)])).toEqual([{ ok: false, reason: 'moved' }])
  expect((await logOf(other)).items).toEqual([0, 1, 2, 4])
})

test('[P2] so is what has the same number and another past, as after a standby took over', async () => {
  const { store } = await begun()
  await store.append([entry(1)])
  const lost = Buffer.from(nextLogHash(nextLogHash(firstLogHash(PLAN), Uint8Array.of(0, 0)), Uint8Array.of(1, 9)))
  await asSuperuser(
    `UPDATE items SET bytes = '\\x0109' WHERE seq = 2; UPDATE workspaces SET log_hash = '\\x${lost.toString('hex')}' WHERE head = 2`,
  )
  await store.append([entry(2)])
  const { items, head } = await logOf(store)
  expect([items, await store.head(PLAN)]).toEqual([[0, 9, 2], head])
})

test('[P2] so is what another process has erased: its size is counted from what is left', async () => {
  const [{ store }, other] = [await begun(), await open()]
  await store.append([{ ...entry(1), items: [new Uint8Array(900).fill(1)] }])
  await other.eraseEntries(PLAN)
  await store.append([entry(2)])
  expect((await store.head(PLAN))?.bytes).toBe(2 + 33 + 2)
})

test('[P2] a statement that waited sees the row as it is then, whatever isolation the database is set to', async () => {
  await asSuperuser("ALTER DATABASE weef_1 SET default_transaction_isolation = 'repeatable read'")
  onTestFinished(async () => void (await asSuperuser('ALTER DATABASE weef_1 RESET ALL')))
  const stores = [(await begun()).store, await open()]
  const writers = stores.map(async (store) => {
    for (let round = 0; round < 20; round += 1) await store.append([entry(round)])
  })
  await Promise.all(writers)
  const { items, head } = await logOf(await open())
  expect([items.length, await stores[0]?.head(PLAN)]).toEqual([41, head])
})

test('[P3] what another process tells is known from then on', async () => {
  const [{ store, sent }, other] = [await begun(), await open()]
  const told = await follow(store)
  await eventually(async () => {
    await other.append([entry(1)]) // until the listening connection is open
    return told.length
  }).toBeGreaterThan(0)
  const { seq } = (await other.head(PLAN)) ?? { seq: 0 }
  await eventually(() => told.at(-1)).toBe(seq)
  sent.length = 0
  expect(await store.append([entry(2)])).toMatchObject([{ ok: true, firstSeq: seq + 1 }])
  expect(sent).toEqual(['advance'])
})

test('[P3] a failure forgets what was known', async () => {
  const { store, sent } = await begun()
  await asSuperuser('ALTER TABLE items ADD CONSTRAINT none CHECK (seq < 2)')
  onTestFinished(async () => void (await asSuperuser('ALTER TABLE items DROP CONSTRAINT IF EXISTS none')))
  await expect(store.append([entry(1)])).rejects.toThrow()
  await asSuperuser('ALTER TABLE items DROP CONSTRAINT none')
  sent.length = 0
  expect(await store.append([entry(2)])).toMatchObject([{ ok: true, firstSeq: 2 }])
  expect(sent).not.toContain('advance')
})
