import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { firstLogHash, nextLogHash } from '#shared/protocol/log.ts'
import { copyAsKilled, makeFolder } from '../../testing/folder.ts'
import { createTestInvitation, createTestPerson, createTestWorkspace } from '../../testing/people.ts'
import { membershipChangeOf } from '../../workspace/membership-changes.ts'
import { openSqliteStore } from './open-sqlite.ts'
import { NO_RECORD, type Store } from '../store.ts'

const PAGE = 4_096 // SQLite's page, in bytes
const ALL = { after: 0, maxItems: 10_000, maxBytes: 100_000_000, recordsOnly: false }

const newFolder = (): string => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  return folder.path
}
/** A plan whose log is a root, 300 entries, an invitation and its join. */
const fill = async (store: Store) => {
  const [worker, resident, link] = await Promise.all([createTestPerson(), createTestPerson(), createTestInvitation()])
  const plan = await createTestWorkspace(worker)
  const append = async (item: Uint8Array<ArrayBuffer>, expectedRecord: number, receivedAt: number) => {
    const movement = membershipChangeOf(null, plan.chain())
    const result = await store.append([{ workspace: plan.id, expectedRecord, receivedAt, items: [item], ...movement }])
    expect(result[0]?.ok).toBe(true)
  }
  await append(plan.root, NO_RECORD, 1)
  for (let n = 0; n < 300; n += 1) await append(plan.entry(worker, `${n} `.repeat(50)), 0, 1_000 + n)
  await append(await plan.invite(worker, link), 0, 2_000)
  await append(await plan.join(link, resident), 1, 2_001)
  return { plan, worker, resident }
}
/** What remains is a prefix of what was, and its hashes hold. */
const expectSoundBeginning = async (
  store: Store,
  plan: Awaited<ReturnType<typeof fill>>['plan'],
  were: readonly unknown[],
) => {
  const items = await store.read(plan.id, ALL)
  expect(items).toEqual(were.slice(0, items.length))
  const hash = items.reduce((before, { bytes }) => nextLogHash(before, bytes), firstLogHash(plan.id))
  expect(await store.head(plan.id)).toMatchObject({ seq: items.length, logHash: hash })
  return items.length
}

const killedCopy = (from: string): string => {
  const to = newFolder()
  copyAsKilled(from, to)
  return to
}

describe('[S10] start-up repairs a torn tail', () => {
  test.each([0, 1, 24, 1_000, 5_000, 40_000, 200_000])(
    'a write-ahead log that lost its last %i bytes',
    async (lost) => {
      const folder = newFolder()
      const { store } = await openSqliteStore(folder, 0)
      const { plan } = await fill(store)
      const were = await store.read(plan.id, ALL)
      const copy = killedCopy(folder)
      await store.close()
      const log = join(copy, 'weef.sqlite-wal')
      truncateSync(log, Math.max(0, statSync(log).size - lost))
      const reopened = await openSqliteStore(copy, 0)
      const kept = await expectSoundBeginning(reopened.store, plan, were)
      expect(reopened.repaired).toBeNull() // SQLite's own checksums cut the torn tail off
      if (lost === 0) expect(kept).toBe(were.length)
      await reopened.store.close()
    },
  )

  test('a write-ahead log with garbage in its last frames', async () => {
    const folder = newFolder()
    const { store } = await openSqliteStore(folder, 0)
    const { plan } = await fill(store)
    const were = await store.read(plan.id, ALL)
    const copy = killedCopy(folder)
    await store.close()
    const log = join(copy, 'weef.sqlite-wal')
    const bytes = readFileSync(log)
    bytes.fill(0xaa, bytes.length - 3 * PAGE)
    writeFileSync(log, bytes)
    const reopened = await openSqliteStore(copy, 0)
    expect(await expectSoundBeginning(reopened.store, plan, were)).toBeGreaterThan(290)
    await reopened.store.close()
  })

  test.each([
    ['cut short', (file: Buffer) => file.subarray(0, file.length - 8 * PAGE)],
    ['overwritten in the middle', (file: Buffer) => Buffer.from(file).fill(0xaa, 20 * PAGE, 22 * PAGE)],
    [
      'cut short, with a flipped bit in an item',
      (file: Buffer) => {
        const copy = Buffer.from(file.subarray(0, file.length - 8 * PAGE))
        const at = copy.indexOf('200 200 200')
        copy[at] = (copy[at] ?? 0) ^ 1
        return copy
      },
    ],
  ])('a database %s keeps the beginning of every log, and the old file', async (name, damage) => {
    const folder = newFolder()
    const { store } = await openSqliteStore(folder, 0)
    const { plan, worker } = await fill(store)
    const were = await store.read(plan.id, ALL)
    await store.close()
    const path = join(folder, 'weef.sqlite')
    const damaged = damage(readFileSync(path))
    writeFileSync(path, damaged)
    const reopened = await openSqliteStore(folder, 77)
    const kept = await expectSoundBeginning(reopened.store, plan, were)
    expect(kept).toBeGreaterThan(10)
    expect(kept).toBeLessThan(name.includes('flipped') ? 202 : were.length)
    expect(reopened.repaired).toEqual({ aside: `${path}.damaged-77`, items: kept })
    expect(readFileSync(`${path}.damaged-77`)).toEqual(damaged)
    expect(await reopened.store.workspacesOf(worker.id)).toEqual([plan.id])
    await reopened.store.close()
    const again = await openSqliteStore(folder, 78)
    expect(again.repaired).toBeNull()
    await again.store.close()
  })

  test.each([0xaa, 0])('a database with any page half written, the other half being %i', async (rest) => {
    const folder = newFolder()
    const { store } = await openSqliteStore(folder, 0)
    const { plan } = await fill(store)
    const were = await store.read(plan.id, ALL)
    await store.close()
    const file = readFileSync(join(folder, 'weef.sqlite'))
    const pages = file.length / PAGE
    let repairs = 0
    for (let page = 1; page < pages; page += page < 4 ? 1 : 5) {
      const torn = newFolder()
      writeFileSync(join(torn, 'weef.sqlite'), Buffer.from(file).fill(rest, page * PAGE + PAGE / 2, (page + 1) * PAGE))
      const reopened = await openSqliteStore(torn, page)
      const isThere = (await reopened.store.head(plan.id)) !== null
      const kept = isThere ? await expectSoundBeginning(reopened.store, plan, were) : 0
      if (reopened.repaired === null) expect(kept).toBe(were.length)
      else repairs += 1
      await reopened.store.close()
    }
    expect(repairs).toBeGreaterThan(5)
  })

  test('a log whose head advanced without its items is cut back to the items that exist', async () => {
    const folder = newFolder()
    const { store } = await openSqliteStore(folder, 0)
    const { plan } = await fill(store)
    const were = await store.read(plan.id, ALL)
    await store.close()
    const database = new DatabaseSync(join(folder, 'weef.sqlite'))
    database.exec('DELETE FROM items WHERE place % 16777216 BETWEEN 101 AND 150')
    database.close()
    const reopened = await openSqliteStore(folder, 1)
    expect(await expectSoundBeginning(reopened.store, plan, were)).toBe(100)
    await reopened.store.close()
  })
})

test('a file that is no database of ours is left alone, with one clear sentence', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'weef.sqlite'), 'these are not the bytes you are looking for'.repeat(100))
  await expect(openSqliteStore(folder, 0)).rejects.toThrow(/is not a database of Weef; .+\.$/)
  expect(existsSync(join(folder, 'weef.sqlite'))).toBe(true)
})

test('a file of a newer Weef is left alone', async () => {
  const folder = newFolder()
  await (await openSqliteStore(folder, 0)).store.close()
  const database = new DatabaseSync(join(folder, 'weef.sqlite'))
  database.exec('PRAGMA user_version = 4')
  database.close()
  await expect(openSqliteStore(folder, 0)).rejects.toThrow(/was written by a newer Weef/)
})

test.each([
  [1, 'DROP TABLE journal; DROP INDEX checkpoints; ALTER TABLE items RENAME COLUMN kind TO is_record'],
  [2, 'DROP TABLE journal'],
])('a file of version %i is migrated, and its records are found', async (version, back) => {
  const folder = newFolder()
  const { store } = await openSqliteStore(folder, 0)
  const { plan } = await fill(store)
  const before = await store.read(plan.id, { ...ALL, recordsOnly: true })
  await store.close()
  const database = new DatabaseSync(join(folder, 'weef.sqlite'))
  database.exec(`${back}; PRAGMA user_version = ${version}`)
  database.close()
  const again = await openSqliteStore(folder, 0)
  expect(again.repaired).toBeNull()
  expect(await again.store.read(plan.id, { ...ALL, recordsOnly: true })).toEqual(before)
  await again.store.close()
})

test('two relays never share a folder; when one has stopped, the next may start', async () => {
  const folder = newFolder()
  const { store } = await openSqliteStore(folder, 0)
  await expect(openSqliteStore(folder, 0)).rejects.toThrow(/^Another Weef is running on .+\.$/)
  await store.close()
  await (await openSqliteStore(folder, 0)).store.close()
})

test('after "close" no page of the database contains the erased bytes', async () => {
  const folder = newFolder()
  const { store } = await openSqliteStore(folder, 0)
  const { plan } = await fill(store)
  const holds = () => readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes('200 200 200'))
  expect(holds()).toBe(true)
  await store.eraseEntries(plan.id)
  expect(holds()).toBe(false)
  await store.close()
})
