/** Opens the database of a data folder for this process alone, and repairs it first when it has to (S10). */
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { salvage } from './salvage.ts'
import { isDamaged, isNoDatabase, isWhole, openDatabase, StoreUnusableError } from './sqlite-file.ts'
import { createSqliteStore } from './sqlite.ts'
import type { Store } from './store.ts'

const FILE = 'weef.sqlite'
const LOCK_FILE = 'weef.lock'
/** The write-ahead log and its index lie beside the file and belong to it (sqlite.org/wal.html §2). */
const SIDE_FILES = ['', '-wal', '-shm']

export type OpenedStore = {
  readonly store: Store
  /** The damaged file was put aside here; this many items could be kept. */
  readonly repaired: { readonly aside: string; readonly items: number } | null
}

/** Two relays on one file would not hear of each other's items. The lock goes with the process, however it ends. */
const lock = (folder: string): DatabaseSync => {
  const held = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 })
  try {
    held.exec('BEGIN EXCLUSIVE')
    return held
  } catch {
    held.close()
    throw new StoreUnusableError(`Another Weef is running on ${folder}; stop it first, or set DATA_DIR.`)
  }
}

/** `null` when the file is damaged. */
const openWhole = (path: string): DatabaseSync | null => {
  try {
    const database = openDatabase(path)
    if (isWhole(database)) return database
    database.close()
    return null
  } catch (error) {
    if (isDamaged(error)) return null
    if (isNoDatabase(error)) {
      throw new StoreUnusableError(
        `${path} is not a database of Weef; put back a copy, or move it away to start empty.`,
      )
    }
    throw error
  }
}

type Opened = { readonly database: DatabaseSync; readonly repaired: OpenedStore['repaired'] }

const repair = async (path: string, now: number): Promise<Opened> => {
  const aside = `${path}.damaged-${now}`
  for (const side of SIDE_FILES) if (existsSync(path + side)) renameSync(path + side, aside + side)
  const damaged = new DatabaseSync(aside, { defensive: false })
  damaged.exec('PRAGMA writable_schema = ON') // or SQLite reads nothing of a file that is shorter than its header says
  const database = openDatabase(path)
  try {
    const items = await salvage(damaged, createSqliteStore(database))
    if (items !== null) return { database, repaired: { aside, items } }
  } finally {
    damaged.close()
  }
  database.close()
  throw new StoreUnusableError(`${aside} is too damaged to read; put back a copy as ${path}, or start again empty.`)
}

/** `now` in ms names what is put aside. */
export const openSqliteStore = async (folder: string, now: number): Promise<OpenedStore> => {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, FILE)
  const held = lock(folder)
  try {
    const whole = openWhole(path)
    const { database, repaired } = whole === null ? await repair(path, now) : { database: whole, repaired: null }
    const store = createSqliteStore(database)
    const close = async (): Promise<void> => {
      await store.close()
      held.close()
    }
    return { store: { ...store, close }, repaired }
  } catch (error) {
    held.close()
    throw error
  }
}
