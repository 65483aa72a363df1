/**
 * `test` for journeys at two relays on one PostgreSQL, under one address. Typed text is readable neither in their logs nor
 * in the database.
 */
/* oxlint-disable no-empty-pattern -- as in test.ts */
import { startPostgres } from '#relay/testing/postgres.ts'
import { readableIn } from './blind.ts'
import { type Relay, startRelay } from './relay.ts'
import { expect, test as base } from './test.ts'

type Database = { readonly url: string; items(): Promise<Buffer> }

export const test = base.extend<{ database: Database; second: Relay }>({
  database: async ({}, use) => {
    const server = await startPostgres()
    const url = await server.createDatabase()
    const items = async (): Promise<Buffer> =>
      Buffer.concat((await server.asSuperuser('SELECT bytes FROM items', url)).map(({ bytes }) => bytes as Buffer))
    await use({ url, items })
    await server.remove()
  },
  relay: async ({ database }, use) => {
    const relay = await startRelay({ DATABASE_URL: database.url })
    await use(relay)
    await relay.stop()
    await relay.remove()
  },
  second: async ({ relay, database, words }, use) => {
    const second = await startRelay({ DATABASE_URL: database.url, PUBLIC_ORIGIN: relay.origin })
    await use(second)
    await second.stop()
    await second.remove()
    const kept = await database.items()
    expect(kept.length, 'the relays have kept something').toBeGreaterThan(0)
    const said = Buffer.concat([kept, Buffer.from(relay.log() + second.log())])
    expect(readableIn(said, words), 'words that can be read in the database or in a log').toEqual([])
  },
})
