/** What is left of erased content, byte by byte, where many plans share the pages of a file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sqliteFile } from '../inventory/open.ts'
import { pseudonymOf } from '../inventory/pseudonym.ts'
import { NO_RECORD, type Store } from '../storage/store.ts'
import { runAdmin } from '../testing/admin.ts'
import { makeFolder } from '../testing/folder.ts'
import { openStore, request } from '../testing/journal.ts'
import { createTestPerson, createTestWorkspace, type TestPerson, type TestWorkspace } from '../testing/people.ts'
import { membershipChangeOf } from '../workspace/membership-changes.ts'

const LENGTHS = [40, 180, 900, 1_500, 3_000, 9_000] // in characters; a page has 4,096 bytes
const [PLANS, TURNS] = [8, 250]
/** Those that are erased, each beside one that stays. */
const GONE = [1, 3, 4, 6]
const wordsOf = (plan: number, turn: number): string => `<words ${turn} of plan ${plan}>`
/** The same numbers each time, without a pattern that would keep plans apart. */
const createNumbers = () => {
  let state = 1
  return (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const addRecord = async (store: Store, plan: TestWorkspace, make: () => Promise<Uint8Array<ArrayBuffer>>) => {
  const before = plan.chain()
  const items = [await make()]
  const change = { workspace: plan.id, expectedRecord: before.number, items }
  await store.append([request({ ...change, ...membershipChangeOf(before, plan.chain()) })])
}
/** Plans in which somebody writes now and then; records come between, before each of which everything moves. */
const write = async (store: Store, worker: TestPerson): Promise<readonly TestWorkspace[]> => {
  const plans = await Promise.all(Array.from({ length: PLANS }, () => createTestWorkspace(worker)))
  for (const { id, root, chain } of plans) {
    const first = { workspace: id, expectedRecord: NO_RECORD, items: [root] }
    await store.append([request({ ...first, ...membershipChangeOf(null, chain()) })])
  }
  const number = createNumbers()
  for (let turn = 0; turn < TURNS; turn += 1) {
    const requests = plans.flatMap((plan, at) => {
      const words = wordsOf(at, turn)
      const text = words.repeat(Math.ceil((LENGTHS[number(LENGTHS.length)] ?? 0) / words.length))
      const items = [plan.entry(worker, text)]
      return number(3) > 0 ? [] : [request({ workspace: plan.id, expectedRecord: plan.chain().number, items })]
    })
    if (requests.length > 0) await store.append(requests)
    const chosen = plans[number(PLANS)]
    if (turn % 3 === 0 && chosen !== undefined)
      await addRecord(store, chosen, () => chosen.role(worker, worker.id, 'owner'))
  }
  return plans
}
const setUp = async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const { store } = openStore(folder.path)
  const worker = await createTestPerson()
  const plans = await write(store, worker)
  /** How many of a plan's entries have left words in a file. */
  const wordsIn = (file: string, plan: number): number => {
    const bytes = readFileSync(file)
    const all = Array.from({ length: TURNS }, (_, turn) => wordsOf(plan, turn))
    return all.filter((words) => bytes.includes(words)).length
  }
  return { folder: folder.path, env: { DATA_DIR: folder.path }, store, worker, plans, wordsIn }
}

test('a backup has no word of plans that were closed before, and after an `erase` the store has none either', async () => {
  const { folder, env, store, worker, plans, wordsIn } = await setUp()
  for (const plan of GONE.map((at) => plans[at]!)) {
    await addRecord(store, plan, () => plan.close(worker))
    await store.eraseEntries(plan.id)
  }
  const copy = join(folder, 'copy')
  expect((await runAdmin(env, ['backup', copy])).code).toBe(0)
  await store.close()
  const file = sqliteFile(folder)
  const kept = [0, 2, 5, 7].map((plan) => wordsIn(file, plan))
  expect(Math.min(...kept)).toBeGreaterThan(50)
  expect((await runAdmin(env, ['erase', pseudonymOf(plans[7]!.id), '--yes'])).code).toBe(0)
  for (const each of readdirSync(folder).filter((name) => name !== 'copy'))
    expect([7, ...GONE].map((plan) => wordsIn(join(folder, each), plan))).toEqual([0, 0, 0, 0, 0])
  expect(GONE.map((plan) => wordsIn(copy, plan))).toEqual([0, 0, 0, 0])
  expect([0, 2, 5].map((plan) => wordsIn(file, plan))).toEqual(kept.slice(0, 3))
  expect((await runAdmin(env, ['verify'])).said).toMatch(/^7 workspaces, .+\nEvery log is whole\.\n$/)
  expect((await runAdmin(env, ['verify', copy])).said).toMatch(/^8 workspaces, .+\nEvery log is whole\.\n$/)
})

test('an `erase` without room to write the store anew says so', async () => {
  const { env, store, plans } = await setUp()
  await store.close()
  const exec = DatabaseSync.prototype.exec
  const small = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql) {
    if (sql === 'VACUUM') throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
    exec.call(this, sql)
  })
  const { code, complained } = await runAdmin(env, ['erase', pseudonymOf(plans[7]!.id), '--yes'])
  small.mockRestore()
  expect([code, complained]).toEqual([
    1,
    expect.stringMatching(/^It is erased, but there is no room to write the store anew: .+\.\n$/),
  ])
  expect((await runAdmin(env, ['verify'])).said).toContain('7 workspaces, ')
})
