import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type PostgresServer, startPostgres } from '../testing/postgres.ts'
import { openPostgresStore } from './open-postgres.ts'
import { describeStore, type Opened } from './store.contract.ts'

let server: PostgresServer
let url: string
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase()
  await (await openPostgresStore(url)).close()
}, 60_000)
afterAll(() => server.remove())

const open = async (): Promise<Opened> => {
  const store = await openPostgresStore(url)
  onTestFinished(() => store.close())
  return { store, reopen: open }
}

describeStore('postgres', async () => {
  await server.asSuperuser('TRUNCATE workspaces, items, people, wrong_hellos', url)
  return open()
})
