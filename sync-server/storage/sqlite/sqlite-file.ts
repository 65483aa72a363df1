/** The tables of the SQLite store, and how its file is opened. Knows no item. */
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { StoreUnusableError } from '../unusable.ts'

/** Raise it together with a migration; an older Weef refuses a newer file. */
const SCHEMA_VERSION = 3
/** Another program may copy the file meanwhile (a backup): wait this long for it, in ms. */
export const BUSY_TIMEOUT_MS = 5_000

/**
 * An item's row number combines workspace and seq, so that one b-tree keeps every log together and in order. 24 bits for
 * seq: 256 MiB of log hold at most 1.7 million items of 163 bytes. The rest of a double's 53 bits: 536 million workspaces.
 */
const SEQS = 2 ** 24
export const placeOf = (workspace: number, seq: number): number => workspace * SEQS + seq
export const seqAt = (place: number): number => place % SEQS
export const workspaceAt = (place: number): number => Math.floor(place / SEQS)

/** Rows of entries that have not moved to `items` yet; `items` and `bytes` count them (README: The journal). */
const JOURNAL = `
CREATE TABLE journal (
  n INTEGER PRIMARY KEY,
  items INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  runs BLOB NOT NULL
) STRICT;`
const SCHEMA = `
CREATE TABLE workspaces (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  head INTEGER NOT NULL,
  log_hash BLOB NOT NULL,
  last_record INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
CREATE TABLE items (
  place INTEGER PRIMARY KEY,
  received_at INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  log_hash BLOB NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX records ON items (kind) WHERE kind = 1;
CREATE INDEX checkpoints ON items (kind) WHERE kind = 2;
CREATE TABLE people (
  person BLOB NOT NULL,
  workspace INTEGER NOT NULL,
  PRIMARY KEY (person, workspace)
) STRICT, WITHOUT ROWID;
CREATE TABLE wrong_hellos (
  workspace INTEGER NOT NULL,
  locator BLOB NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (workspace, locator)
) STRICT, WITHOUT ROWID;
${JOURNAL}
PRAGMA user_version = ${SCHEMA_VERSION};
`

/** The migration at index n goes from version n + 1 to n + 2. */
const MIGRATIONS = [
  `ALTER TABLE items RENAME COLUMN is_record TO kind;
   CREATE INDEX checkpoints ON items (kind) WHERE kind = 2;`, // version 1 had no checkpoints
  JOURNAL, // an older Weef would not find what waits in it, so it refuses the file
]

const schemaVersion = (database: DatabaseSync): number => {
  const version = database.prepare('PRAGMA user_version').get()?.['user_version']
  return typeof version === 'number' ? version : 0
}

/** For reading only, also while a relay writes. The file must exist and be of this version. */
export const openToRead = (path: string): DatabaseSync => {
  if (!existsSync(path)) throw new StoreUnusableError(`There is no ${path}.`)
  const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS })
  try {
    if (schemaVersion(database) === SCHEMA_VERSION) return database
  } catch (error) {
    database.close()
    if (!isNoDatabase(error)) throw error
    throw new StoreUnusableError(`${path} is not a database of Weef.`)
  }
  database.close()
  throw new StoreUnusableError(`${path} was written by another version of Weef; start this one on it once.`)
}

/** Creates the tables when the file is new. WAL with FULL: a commit that has returned survives a power cut (S3, S10). */
export const openDatabase = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
    const version = schemaVersion(database)
    if (version > SCHEMA_VERSION) {
      throw new StoreUnusableError(`${path} was written by a newer Weef; start that one, or put back an older copy.`)
    }
    if (version === 0) database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT`)
    else if (version < SCHEMA_VERSION) {
      const missing = MIGRATIONS.slice(version - 1).join('')
      database.exec(`BEGIN IMMEDIATE; ${missing} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`)
    }
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Throws what `work` throws, and then nothing of it is stored. */
export const transaction = <Value>(database: DatabaseSync, work: () => Value): Value => {
  database.exec('BEGIN IMMEDIATE')
  try {
    const value = work()
    database.exec('COMMIT')
    return value
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/**
 * A transaction that waits for no disk, except to checkpoint. A power cut may lose it together with all that follows it, up
 * to the next commit at FULL: the write-ahead log keeps their order.
 */
export const atLeisure = <Value>(database: DatabaseSync, work: () => Value): Value => {
  database.exec('PRAGMA synchronous = NORMAL')
  try {
    return transaction(database, work)
  } finally {
    database.exec('PRAGMA synchronous = FULL')
  }
}

/** SQLite's own default, in pages: four megabytes of write-ahead log are then copied into the file. */
const CHECKPOINT_PAGES = 1_000
/** A commit that never waits for a checkpoint: the next other one does it. */
export const withoutCheckpoint = (database: DatabaseSync, commit: () => void): void => {
  database.exec('PRAGMA wal_autocheckpoint = 0')
  try {
    commit()
  } finally {
    database.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  }
}

/**
 * Checkpoints and truncates the write-ahead log, which would otherwise keep what was erased. `false`: not completely,
 * because another connection still reads (sqlite.org/pragma.html#pragma_wal_checkpoint); it does not wait.
 */
export const cutWriteAheadLog = (database: DatabaseSync): boolean => {
  try {
    database.exec('PRAGMA busy_timeout = 0')
    return database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0
  } catch {
    return false
  } finally {
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
  }
}

/** Whether every log ends where its workspace says, without gaps, and SQLite finds its own pages in order. */
export const isWhole = (database: DatabaseSync): boolean => {
  const check = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check']
  const torn = database
    .prepare(
      `SELECT count(*) AS count FROM workspaces LEFT JOIN items ON place = number * ${SEQS} + head
       WHERE items.log_hash IS NOT substr(workspaces.log_hash, 1, 16)`,
    )
    .get()?.['count']
  const gaps = database
    .prepare('SELECT (SELECT count(*) FROM items) - (SELECT coalesce(sum(head), 0) FROM workspaces) AS gaps')
    .get()?.['gaps']
  return check === 'ok' && torn === 0 && gaps === 0
}

export const countItems = (database: DatabaseSync): number =>
  Number(database.prepare('SELECT count(*) AS count FROM items').get()?.['count'])

/** SQLite's primary result code: the low byte of an extended one (sqlite.org/rescode.html). */
const extendedCode = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0
const resultCode = (error: unknown): number => extendedCode(error) & 0xff
const BUSY = 5
const FULL = 13
const CORRUPT = 11
const NOT_A_DATABASE = 26
/** SQLITE_IOERR_SHMSIZE: no room for the index of the write-ahead log. */
const FULL_INDEX = 4_874
export const isFull = (error: unknown): boolean => resultCode(error) === FULL || extendedCode(error) === FULL_INDEX
export const isBusy = (error: unknown): boolean => resultCode(error) === BUSY
export const isDamaged = (error: unknown): boolean => resultCode(error) === CORRUPT
export const isNoDatabase = (error: unknown): boolean => resultCode(error) === NOT_A_DATABASE
