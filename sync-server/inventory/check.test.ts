import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqliteStore } from '../storage/sqlite/open-sqlite.ts'
import { createCircle } from '../testing/circle.ts'
import { makeFolder } from '../testing/folder.ts'
import { checkStore } from './check.ts'
import { openFileSnapshot, sqliteFile } from './open.ts'
import { pseudonymOf, readPseudonym } from './pseudonym.ts'

const folder = makeFolder()
let bytes = 0
let named = ''

beforeAll(async () => {
  const { store } = await openSqliteStore(folder.path, 0)
  const { plan, worker, connected } = await createCircle({ store })
  const app = await connected(worker)
  await app.append(...['one', 'two', 'three'].map((text) => plan.entry(worker, text)))
  bytes = (await store.head(plan.id))?.bytes ?? 0
  named = pseudonymOf(plan.id)
  await store.close()
})
afterAll(() => folder.remove())

/** The faults found in a copy that was tampered with. */
const checkedAfter = async (change: string): Promise<readonly string[]> => {
  const path = join(folder.path, 'changed.sqlite')
  const database = new DatabaseSync(sqliteFile(folder.path))
  database.exec(`VACUUM INTO '${path}'`)
  database.close()
  const copy = new DatabaseSync(path)
  copy.exec(change)
  copy.close()
  const inventory = openFileSnapshot(path)
  const { faults } = await checkStore(inventory)
  await inventory.close()
  for (const side of ['', '-wal', '-shm']) rmSync(path + side, { force: true })
  return faults
}

test('an untouched store has no faults', async () => {
  const inventory = openFileSnapshot(sqliteFile(folder.path))
  expect(await checkStore(inventory)).toEqual({ totals: { workspaces: 1, items: 6, bytes }, faults: [] })
  await inventory.close()
})

const at = (seq: number): string => `place % 16777216 = ${seq}`
test.each([
  [`DELETE FROM items WHERE ${at(5)}`, 'item 5 is missing.'],
  [`UPDATE items SET bytes = zeroblob(200) WHERE ${at(5)}`, 'item 5: its hash is another one.'],
  [`UPDATE items SET log_hash = zeroblob(16) WHERE ${at(2)}`, 'item 2: its hash is another one.'],
  [`UPDATE items SET kind = 2 WHERE ${at(4)}`, 'item 4 is kept as what it is not.'],
  [`DELETE FROM items WHERE ${at(6)}`, 'the log ends at item 5, not at 6.'],
  ['UPDATE workspaces SET log_hash = zeroblob(32)', 'the log hash of the whole is another one.'],
  ['UPDATE workspaces SET last_record = 7', 'the last record is another one.'],
  ['UPDATE workspaces SET bytes = 1', 'the log has'],
  ['DELETE FROM people', 'who takes part is kept wrongly.'],
])('%s is found', async (change, sentence) => {
  expect((await checkedAfter(change))[0]).toMatch(new RegExp(`^${named}: ${sentence}`))
})

test('rows without a workspace are found', async () => {
  expect(await checkedAfter("INSERT INTO people VALUES (x'00', 99)")).toEqual(['1 rows belong to no workspace.'])
})

test('a workspace is named by its pseudonym, its id, or the address of its plan', () => {
  const id = 'AAAAAAAAAAAAAAAAAAAAAA'
  const expected = pseudonymOf(id as Parameters<typeof pseudonymOf>[0])
  expect(expected).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/)
  for (const text of [expected, id, `https://weef.example/#/plan/${id}`, `https://weef.example/#/plan/${id}/goals?x=1`])
    expect(readPseudonym(text)).toBe(expected)
  for (const text of ['', 'everything', `${id}A`, 'https://weef.example/#/join/abc'])
    expect(readPseudonym(text)).toBeNull()
})
