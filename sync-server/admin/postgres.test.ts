import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { CLOSE } from '#shared/protocol/close-codes.ts'
import { sqliteFile } from '../inventory/open.ts'
import { pseudonymOf } from '../inventory/pseudonym.ts'
import { openSqliteStore } from '../storage/sqlite/open-sqlite.ts'
import { openToRead } from '../storage/sqlite/sqlite-file.ts'
import { runAdmin } from '../testing/admin.ts'
import { signedHello } from '../testing/app.ts'
import { createCircle } from '../testing/circle.ts'
import { copyAsKilled, makeFolder } from '../testing/folder.ts'
import { readFigures } from '../testing/figures.ts'
import { append, comeIn, makePlans } from '../testing/plans.ts'
import { type PostgresServer, startPostgres } from '../testing/postgres.ts'
import { makeRelayPlace, startRelay } from '../testing/relay-process.ts'
import { freePort, openSocket } from '../testing/socket-app.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.remove())

const TABLES = ['workspaces', 'items', 'people', 'wrong_hellos']

test('a store moves into PostgreSQL whole, also when interrupted; there it is listed, verified and erased beside a relay', async () => {
  const place = await makeRelayPlace()
  onTestFinished(() => place.remove())
  const before = startRelay(place.env)
  await before.ready()
  const { plan, closed, worker, resident } = await makePlans(place)
  const env = { ...place.env, DATABASE_URL: await server.createDatabase() }
  const move = () => runAdmin(env, ['to-postgres'])
  expect((await move()).complained).toMatch(/^Another Weef is running on /)
  before.child.kill('SIGTERM')
  await before.ended

  const moved = await move()
  expect([moved.code, moved.complained]).toEqual([0, ''])
  expect(moved.said).toMatch(
    /^2 workspaces moved, 0 were there already\.\n2 workspaces, 48 items, .+\nEvery log is whole\./,
  )
  const change = (sql: string) => server.asSuperuser(sql, env.DATABASE_URL)
  await change('UPDATE items SET received_at = received_at + 1 WHERE workspace = 1 AND seq = 7')
  expect((await move()).complained).toBe('1 workspaces are not the same there as here: do not use that database.\n')
  for (const table of TABLES)
    await change(`DELETE FROM ${table} WHERE ${table === 'workspaces' ? 'number' : 'workspace'} = 1`)
  expect((await move()).said).toMatch(/^1 workspaces moved, 1 were there already\.\n2 workspaces, 48 items, /)

  const metricsPort = await freePort()
  const relay = startRelay({ ...env, METRICS_PORT: String(metricsPort) })
  await relay.ready()
  const figures = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  expect(['workspaces', 'items', 'disk_free_bytes'].map((name) => readFigures(figures).get(`weef_${name}`))).toEqual([
    2,
    48,
    NaN,
  ])
  const app = await comeIn(place, resident, plan)
  expect((await app.first('live')).head).toBe(45)
  await append(app, plan.entry(resident, 'and on'))
  const named = pseudonymOf(plan.id)
  expect((await move()).complained).toMatch(new RegExp(`^The database holds ${named}, which is not so here`))
  expect((await runAdmin(env, ['workspaces'])).said).toMatch(new RegExp(`\\n${named} +\\d+\\.\\d kB +46 .+\\n${pseudonymOf(closed.id)} `)) // prettier-ignore
  expect((await runAdmin(env, ['verify'])).said).toContain('2 workspaces, 49 items, ')

  expect((await runAdmin(env, ['erase', plan.id, '--yes'])).complained).toBe('')
  const back = openSocket(place.port, place.origin)
  back.send(await signedHello(await back.first('challenge'), worker, plan.id, place))
  expect(await back.closed).toBe(CLOSE.unknown)
  const left = await Promise.all(TABLES.map((table) => change(`SELECT count(*)::integer AS count FROM ${table}`)))
  expect(left.map(([row]) => row?.['count'])).toEqual([1, 3, 1, 0])
  expect((await runAdmin(env, ['verify'])).said).toContain('1 workspaces, 3 items, ')

  const readiness = async (): Promise<string> => (await fetch(`http://127.0.0.1:${place.port}/readyz`)).text()
  expect(await readiness()).toBe('ok\n')
  await server.stop()
  while ((await readiness()) === 'ok\n');
  expect(await readiness()).toBe('store\n')
  await server.start()
  while ((await readiness()) !== 'ok\n');
  relay.child.kill('SIGTERM')
  expect((await relay.ended).code).toBe(0)
})

test('[W6] what a killed relay has left in its journal moves too', async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const { store } = await openSqliteStore(folder.path, 0)
  const { plan, worker, connected } = await createCircle({ store })
  await (await connected(worker)).append(...Array.from({ length: 5 }, (_, n) => plan.entry(worker, `${n}`)))
  const killed = makeFolder()
  onTestFinished(() => killed.remove())
  copyAsKilled(folder.path, killed.path)
  await store.close()
  const reader = openToRead(sqliteFile(killed.path))
  expect(reader.prepare('SELECT sum(items) AS count FROM journal').get()?.['count']).toBe(5)
  reader.close()
  const env = { DATA_DIR: killed.path, DATABASE_URL: await server.createDatabase() }
  const moved = await runAdmin(env, ['to-postgres'])
  expect([moved.code, moved.said]).toEqual([
    0,
    expect.stringMatching(/^1 workspaces moved, .+\n1 workspaces, 8 items, /),
  ])
})
