/**
 * Opens the database at DATABASE_URL, or says in one sentence why it cannot. The URL contains a password and is never
 * logged.
 */
import { createKnownHeads } from './known-heads.ts'
import { createPostgresSubscriptions } from './postgres-subscriptions.ts'
import type { Pool } from 'pg'
import { codeOf, createPool, withClient } from './postgres-pool.ts'
import { openSchema } from './postgres-schema.ts'
import { createPostgresStore } from './postgres.ts'
import type { Store } from '../store.ts'
import { StoreUnusableError } from '../unusable.ts'

/** By PostgreSQL's error codes (Appendix A of its manual). */
const SENTENCES: ReadonlyMap<string | null, string> = new Map([
  ['28P01', 'PostgreSQL refuses the name or the password in DATABASE_URL.'],
  ['28000', 'PostgreSQL refuses the name or the password in DATABASE_URL, or connections from here (pg_hba.conf).'],
  ['3D000', 'The database that DATABASE_URL names does not exist: make it with createdb.'],
  ['42501', 'The name in DATABASE_URL may not make tables in that database: make it the owner.'],
  ['53300', 'PostgreSQL has no connection left: raise its max_connections, or stop what takes them.'],
])
const sentenceFor = (error: unknown): string => {
  const code = codeOf(error)
  return (
    SENTENCES.get(code) ??
    `PostgreSQL cannot be reached as DATABASE_URL says (${code ?? 'no answer'}): start it, or correct the address.`
  )
}

/** A pool for a database that has our tables. */
export const openPostgresPool = async (url: string): Promise<Pool> => {
  const pool = createPool(url)
  try {
    await withClient(pool, openSchema)
    return pool
  } catch (error) {
    await pool.end()
    throw error instanceof StoreUnusableError ? error : new StoreUnusableError(sentenceFor(error), { cause: error })
  }
}

export const openPostgresStore = async (url: string): Promise<Store> => {
  const pool = await openPostgresPool(url)
  const heads = createKnownHeads()
  return createPostgresStore({
    pool,
    appending: createPool(url, 1),
    subscriptions: createPostgresSubscriptions(pool, url, heads),
    heads,
  })
}
