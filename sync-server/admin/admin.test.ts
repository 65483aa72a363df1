import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { idBytes, type PersonId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { sqliteFile } from '../inventory/open.ts'
import { pseudonymOf } from '../inventory/pseudonym.ts'
import { openSqliteStore } from '../storage/sqlite/open-sqlite.ts'
import { createSqliteStore } from '../storage/sqlite/sqlite.ts'
import { openDatabase, openToRead } from '../storage/sqlite/sqlite-file.ts'
import { type AdminResult, runAdmin, runAdminProcess } from '../testing/admin.ts'
import { createCircle } from '../testing/circle.ts'
import { makeFolder } from '../testing/folder.ts'
import { append, comeIn, makePlans, SECRET } from '../testing/plans.ts'
import { makeRelayPlace, startRelay } from '../testing/relay-process.ts'

type Env = { readonly DATA_DIR: string }

const bytesOf = (id: PersonId | WorkspaceId): Buffer => Buffer.from(idBytes(id))
const readAll = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))

test('an administrator lists, verifies, backs up, erases and restores what people have written', async () => {
  const place = await makeRelayPlace()
  onTestFinished(() => place.remove())
  const folder = place.env['DATA_DIR'] ?? ''
  const copy = join(folder, '..', 'copy.sqlite')
  const admin = (...args: readonly string[]): Promise<AdminResult> => runAdmin(place.env, args)
  const relay = startRelay(place.env)
  await relay.ready()
  const { plan, closed, worker, resident } = await makePlans(place)
  const named = pseudonymOf(plan.id)

  const listed = await admin('workspaces')
  expect([listed.code, listed.complained]).toEqual([0, ''])
  const [head = '', largest = '', other = '', sum] = listed.said.split('\n')
  expect(head).toMatch(/^workspace +size +items +begun +last written +ago$/)
  expect(largest).toMatch(
    new RegExp(`^${named} +\\d+\\.\\d kB +45 +20\\d\\d-\\d\\d-\\d\\d +20\\d\\d-\\d\\d-\\d\\d +0 d$`),
  )
  expect(other).toContain(pseudonymOf(closed.id))
  expect(sum).toMatch(/^2 workspaces, /)
  for (const id of [plan.id, closed.id, worker.id, resident.id]) expect(listed.said).not.toContain(id.slice(0, 8))

  const checked = await admin('verify')
  expect([checked.code, checked.said]).toEqual([0, expect.stringContaining('2 workspaces, 48 items, ')])
  const app = await comeIn(place, resident, plan)
  const writing = append(app, ...Array.from({ length: 60 }, (_, index) => plan.entry(resident, `meanwhile ${index}`)))
  const made = await admin('backup', copy)
  await writing
  expect([made.code, made.said]).toEqual([0, expect.stringMatching(/Every log is whole\.\n.+copy\.sqlite: \d/)])
  expect(await admin('backup', copy)).toEqual({ code: 1, said: '', complained: `${copy} is there already: nothing is written over. Give another name.\n` }) // prettier-ignore
  expect((await admin('verify', copy)).code).toBe(0)
  expect(readdirSync(join(folder, '..')).filter((name) => name.startsWith('copy'))).toEqual(['copy.sqlite']) // no other file beside it, even for reading
  const refused = await admin('erase', named, '--yes')
  expect([refused.code, refused.complained]).toEqual([1, expect.stringMatching(/^Another Weef is running on /)])
  expect((await admin('restore', copy)).complained).toMatch(/^Another Weef is running on /)
  relay.child.kill('SIGKILL') // which leaves a write-ahead log full of content
  await relay.ended
  const reader = openToRead(sqliteFile(folder)) // another reader: SQLite then keeps its write-ahead log

  expect(await admin('erase', named)).toEqual({ code: 1, said: expect.stringContaining('Devices keep their copies, and whoever began the plan can bring it back'), complained: 'Nothing was erased: nobody is there to confirm it. Add --yes.\n' }) // prettier-ignore
  expect(readAll(folder).includes(SECRET)).toBe(true)
  expect((await runAdmin(place.env, ['erase', named], false)).complained).toBe('Nothing was erased.\n')
  const erased = await admin('erase', `https://weef.example/#/plan/${plan.id}/story`, '--yes')
  expect([erased.code, erased.said]).toEqual([0, expect.stringContaining(`${named} is erased.`)])
  const kept = readAll(folder)
  reader.close()
  for (const gone of [SECRET, 'meanwhile', bytesOf(plan.id), bytesOf(resident.id)])
    expect(kept.includes(gone)).toBe(false)
  expect(kept.includes(bytesOf(worker.id))).toBe(true) // who owns the other plan
  expect((await admin('verify')).said).toContain('1 workspaces, 3 items, ')
  expect((await admin('erase', named, '--yes')).complained).toMatch(/^There is no workspace /)

  const without = startRelay(place.env)
  await without.ready()
  await expect(comeIn(place, worker, plan)).rejects.toThrow('The socket closed first.')
  without.child.kill('SIGTERM')
  await without.ended

  expect((await admin('restore', copy)).said).toMatch(
    /What was there before is .+weef\.sqlite\.damaged-\d+\.\nRestored\./,
  )
  const elsewhere = { DATA_DIR: join(folder, '..', 'new-machine') }
  expect((await runAdmin(elsewhere, ['restore', copy])).said).toMatch(/Every log is whole\.\nRestored\./)
  expect((await runAdmin(elsewhere, ['verify'])).said).toBe((await admin('verify')).said)
  expect((await admin('verify')).said).toContain('2 workspaces, ')
  const again = startRelay(place.env)
  await again.ready()
  const { head: items } = await (await comeIn(place, worker, plan)).first('live')
  expect(items).toBeGreaterThanOrEqual(45)
  again.child.kill('SIGTERM')
  await again.ended
})

test('a damaged store is not called sound, makes no backup, and replaces nothing', async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const { store } = await openSqliteStore(folder.path, 0)
  await createCircle({ store })
  await store.close()
  const database = openDatabase(sqliteFile(folder.path))
  database.exec('DELETE FROM people')
  database.close()
  const env = { DATA_DIR: folder.path }
  const found = await runAdmin(env, ['verify'])
  expect([found.code, found.complained]).toEqual([1, '1 faults were found.\n'])
  expect(found.said).toMatch(/^[\w-]{11}: who takes part is kept wrongly\.\n1 workspaces, 3 items, [\d.]+ kB\n$/)
  const copy = join(folder.path, 'copy.sqlite')
  expect((await runAdmin(env, ['backup', copy])).complained).toBe('1 faults were found. No backup was made.\n')
  expect((await runAdmin(env, ['restore', sqliteFile(folder.path)])).complained).toBe(
    '1 faults were found. Nothing was changed.\n',
  )
  expect((await runAdmin(env, ['backup', join(folder.path, 'nowhere', 'copy.sqlite')])).complained).toMatch(
    / cannot be written: /,
  )
  const elsewhere = { ...env, DATABASE_URL: 'postgresql://nobody@localhost/nothing' }
  expect((await runAdmin(elsewhere, ['to-postgres'])).complained).toMatch(
    /^The store here is not whole: .+ Nothing was moved\.\n$/,
  )
  const left = readdirSync(folder.path).filter((name) => !/-(wal|shm)$/.test(name))
  expect(left.toSorted()).toEqual(['weef.lock', 'weef.sqlite'])
})

test('[W7] what waits in the journal is verified, backed up and restored like everything else', async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const [env, elsewhere] = ['here', 'there'].map((name) => ({ DATA_DIR: join(folder.path, name) })) as [Env, Env]
  mkdirSync(env.DATA_DIR)
  const database = openDatabase(sqliteFile(env.DATA_DIR))
  const store = createSqliteStore(database, { moveLaterMs: 1_000_000 })
  const { plan, worker, connected } = await createCircle({ store })
  await (await connected(worker)).append(...Array.from({ length: 5 }, (_, n) => plan.entry(worker, `${n}`)))
  const inJournal = (): unknown => database.prepare('SELECT sum(items) AS count FROM journal').get()?.['count']
  const copy = join(folder.path, 'copy.sqlite')
  expect((await runAdmin(env, ['verify'])).said).toMatch(/^1 workspaces, 8 items, .+\nEvery log is whole\.\n$/)
  expect((await runAdmin(env, ['workspaces'])).said).toMatch(new RegExp(`\n${pseudonymOf(plan.id)} +\\d+\\.\\d kB +8 `))
  expect((await runAdmin(env, ['backup', copy])).said).toContain('1 workspaces, 8 items, ')
  expect((await runAdmin(env, ['verify', copy])).said).toContain('1 workspaces, 8 items, ')
  expect(inJournal()).toBe(5)
  expect((await runAdmin(elsewhere, ['restore', copy])).said).toMatch(/^1 workspaces, 8 items, .+\n.+\.\nRestored\./)
  const restored = openToRead(sqliteFile(elsewhere.DATA_DIR))
  expect(restored.prepare('SELECT count(*) AS count FROM journal').get()?.['count']).toBe(0)
  restored.close()
  const again = await openSqliteStore(elsewhere.DATA_DIR, 0)
  expect([again.repaired, await again.store.head(plan.id)]).toEqual([null, await store.head(plan.id)])
  for (const open of [again.store, store]) await open.close()
})

test('a backup of the version before is restored, and becomes one of this version', async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const { store } = await openSqliteStore(folder.path, 0)
  await createCircle({ store })
  await store.close()
  const copy = join(folder.path, 'copy.sqlite')
  copyFileSync(sqliteFile(folder.path), copy)
  const older = new DatabaseSync(copy)
  older.exec('DROP TABLE journal; PRAGMA user_version = 2; PRAGMA journal_mode = DELETE')
  older.close()
  const before = readFileSync(copy)
  const env = { DATA_DIR: folder.path }
  expect((await runAdmin(env, ['restore', copy])).said).toMatch(
    /^1 workspaces, 3 items, .+\nEvery log is whole\.\nWhat /,
  )
  expect(readFileSync(copy)).toEqual(before)
  expect((await runAdmin(env, ['verify'])).said).toContain('1 workspaces, 3 items, ')
  for (const wrong of ['nothing', 'text']) {
    const file = join(folder.path, wrong)
    if (wrong === 'text') writeFileSync(file, 'these are not the bytes you are looking for'.repeat(100))
    const refused = await runAdmin(env, ['restore', file])
    const sentence = wrong === 'text' ? `${file} is not a database of Weef.\n` : `There is no ${file}.\n`
    expect(refused).toEqual({ code: 1, said: '', complained: sentence })
  }
  expect(readdirSync(folder.path).filter((name) => name.includes('restoring'))).toEqual([])
})

test('a wrong command is answered with a sentence and exit code 2, an impossible one with 1', async () => {
  const nowhere = { DATA_DIR: '/nowhere/at-all' }
  const asked: readonly (readonly [number, RegExp, readonly string[], Record<string, string>?])[] = [
    [2, /^There is no command "delete"\.\n\nnpm run admin -- COMMAND/, ['delete']],
    [2, /^npm run admin -- erase WORKSPACE\n$/, ['erase']],
    [2, /^npm run admin -- workspaces \n$/, ['workspaces', 'all']],
    [2, /^Unknown option '--force'/, ['verify', '--force']],
    [2, /^PORT is "no": give .+\n$/, ['verify'], { PORT: 'no' }],
    [1, /^DATABASE_URL names no database to move to: .+\n$/, ['to-postgres']],
    [1, /^There is no \/nowhere\/at-all\/weef\.sqlite\.\n$/, ['erase', '-AAAAAAAAAAAAAAAAAAAAA', '--yes']],
    [1, /^"everything" names no workspace: give .+\n$/, ['erase', 'everything']],
    [1, /^There is no \/nowhere\/at-all\/weef\.sqlite\.\n$/, ['workspaces']],
    [1, /^There is no \/nowhere\/at-all\/weef\.sqlite\.\n$/, ['backup', 'copy.sqlite']],
    [1, /^.*main\.ts is not a database of Weef\.\n$/, ['verify', join(import.meta.dirname, 'main.ts')]],
    [
      1,
      /^The store is in PostgreSQL: .+\n$/,
      ['backup', 'copy.sqlite'],
      { DATABASE_URL: 'postgresql://localhost/weef' },
    ],
  ]
  for (const [code, complaint, args, env] of asked) {
    const answer = await runAdmin({ ...nowhere, ...env }, args)
    expect(answer).toEqual({ code, said: '', complained: expect.stringMatching(complaint) })
  }
  const help = runAdminProcess(nowhere, '--help')
  expect([help.code, help.said]).toEqual([0, expect.stringMatching(/workspaces .+\n.+verify \[FILE\] .+\n/)])
  expect(runAdminProcess(nowhere, 'erase', '00000-00000').code).toBe(1)
})
