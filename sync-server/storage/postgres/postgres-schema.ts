/** The tables of the PostgreSQL store: created and migrated once, however many processes start together. Knows no item. */
import type { ClientBase } from 'pg'
import { codeOf } from './postgres-pool.ts'
import { StoreUnusableError } from '../unusable.ts'

/** An arbitrary advisory lock number that nothing else in the database uses: "weef" in ASCII. */
const MIGRATION_LOCK = 0x77656566

/**
 * `fillfactor`: a head changes with every append, and its new row version finds room on the same page without touching an
 * index. `EXTERNAL`: sealed bytes cannot be compressed.
 */
const SCHEMA = `
CREATE TABLE workspaces (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id bytea NOT NULL UNIQUE,
  head integer NOT NULL,
  log_hash bytea NOT NULL,
  last_record integer NOT NULL,
  size bigint NOT NULL
) WITH (fillfactor = 50);
CREATE TABLE items (
  workspace bigint NOT NULL,
  seq integer NOT NULL,
  received_at bigint NOT NULL,
  kind smallint NOT NULL,
  log_hash bytea NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (workspace, seq)
);
ALTER TABLE items ALTER bytes SET STORAGE EXTERNAL;
CREATE INDEX records ON items (workspace, seq) WHERE kind = 1;
CREATE INDEX checkpoints ON items (workspace, seq) WHERE kind = 2;
CREATE TABLE people (
  person bytea NOT NULL,
  workspace bigint NOT NULL,
  PRIMARY KEY (person, workspace)
);
CREATE TABLE wrong_hellos (
  workspace bigint NOT NULL,
  locator bytea NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (workspace, locator)
);
`

/** Relays that are told of appends (postgres-followers.ts): a process of version 1 marks nothing, and polls. */
const FOLLOWERS = `ALTER TABLE workspaces ADD followers integer[] NOT NULL DEFAULT '{}'`

/** The migration at index n goes from version n to n + 1. A process of the previous version may still be running. */
const MIGRATIONS = [SCHEMA, FOLLOWERS]

const DUPLICATE_TABLE = '42P07'

const migrate = async (client: ClientBase): Promise<void> => {
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
  await client.query('CREATE TABLE IF NOT EXISTS weef_schema (version integer NOT NULL)')
  const { rows } = await client.query<{ version: number }>('SELECT version FROM weef_schema')
  const version = rows[0]?.version ?? 0
  if (version > MIGRATIONS.length) {
    throw new StoreUnusableError(
      'The database was written by a newer Weef; start that one, or put back an older copy of the database.',
    )
  }
  if (version === MIGRATIONS.length) return
  for (const migration of MIGRATIONS.slice(version)) await client.query(migration)
  await client.query('DELETE FROM weef_schema')
  await client.query('INSERT INTO weef_schema VALUES ($1)', [MIGRATIONS.length])
}

/** Rejects with a sentence when the tables belong to a newer Weef or to another program. */
export const openSchema = async (client: ClientBase): Promise<void> => {
  await client.query('BEGIN')
  try {
    await migrate(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    if (codeOf(error) === DUPLICATE_TABLE) {
      throw new StoreUnusableError('The database holds tables of another program; give Weef an empty one of its own.')
    }
    throw error
  }
}
