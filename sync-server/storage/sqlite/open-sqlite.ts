/** Opens a data folder's database for this process alone, and repairs it first when it is damaged (S10). */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { continuesTables, createJournal } from './journal.ts'
import { NoRoomError, salvage } from './salvage.ts'
import { countItems, isBusy, isDamaged, isFull, isNoDatabase, isWhole, openDatabase } from './sqlite-file.ts'
import { createSqliteStore } from './sqlite.ts'
import type { Store } from '../store.ts'
import { StoreUnusableError } from '../unusable.ts'

export const FILE = 'weef.sqlite'
const LOCK_FILE = 'weef.lock'
/** The write-ahead log and its index lie beside the file and belong to it (sqlite.org/wal.html §2). */
const SIDE_FILES = ['-wal', '-shm', '']
/**
 * The name of a repaired database that is complete. The number, ms since 1970, also names the damaged file that is put
 * aside.
 */
const REPAIRED = /^weef\.sqlite\.repaired-(\d+)$/

export type OpenedStore = {
  readonly store: Store
  /** Where the damaged file was put aside, and how many items could be kept. */
  readonly repaired: { readonly aside: string; readonly items: number } | null
}

/** Two relays on one file would not hear of each other's items. The lock ends with the process, however that ends. */
export const lockFolder = (folder: string): DatabaseSync => {
  const held = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 })
  try {
    held.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE') // on a full disk too, where no rollback journal finds room
    return held
  } catch (error) {
    held.close()
    if (!isBusy(error)) throw error
    throw new StoreUnusableError(`Another Weef is running on ${folder}; stop it first, or set DATA_DIR.`)
  }
}

/** Whoever writes to the tables themselves finds whole logs there. `false`: the file is damaged. Throws when it is full. */
export const emptyJournal = (database: DatabaseSync): boolean => {
  if (!continuesTables(database)) return false
  createJournal(database).moveAll()
  return true
}
/** Without room the store serves what waits from where it is. */
const tryEmptyJournal = (database: DatabaseSync): boolean => {
  try {
    return emptyJournal(database)
  } catch (error) {
    if (isFull(error)) return true
    throw error
  }
}

/** `null` when the file is damaged. */
const openWhole = (path: string): DatabaseSync | null => {
  let database: DatabaseSync | null = null
  try {
    database = openDatabase(path)
    if (isWhole(database) && tryEmptyJournal(database)) return database
    database.close()
    return null
  } catch (error) {
    if (database?.isOpen === true) database.close()
    if (isDamaged(error)) return null
    if (isNoDatabase(error)) {
      throw new StoreUnusableError(
        `${path} is not a database of Weef; put back a copy, or move it away to start empty.`,
      )
    }
    throw error
  }
}

/** How many items were copied; `null` when nothing could be read at all. Throws when there is no room for all. */
const copyWhole = async (path: string, unfinished: string): Promise<number | null> => {
  const fresh = createSqliteStore(openDatabase(unfinished))
  const damaged = new DatabaseSync(path, { defensive: false })
  try {
    damaged.exec('PRAGMA writable_schema = ON') // otherwise SQLite reads nothing of a file that is shorter than its header says
    return await salvage(damaged, fresh)
  } finally {
    damaged.close()
    await fresh.close()
  }
}
const removeAll = (file: string): void => SIDE_FILES.forEach((side) => rmSync(file + side, { force: true }))

/** The process may end here as well: until a repaired file is complete, the damaged one stays where the next start looks. */
const repair = async (path: string, now: number): Promise<void> => {
  const unfinished = `${path}.repairing`
  removeAll(unfinished)
  let items: number | null
  try {
    items = await copyWhole(path, unfinished)
    if (existsSync(`${unfinished}-wal`)) throw new NoRoomError() // it could not be copied into the file
  } catch (error) {
    removeAll(unfinished)
    if (!(error instanceof NoRoomError) && !isFull(error)) throw error
    throw new StoreUnusableError(`${path} is damaged, and there is no room to repair it: free some space first.`)
  }
  if (items === null) {
    throw new StoreUnusableError(`${path} is too damaged to read; put back a copy, or move it away to start empty.`)
  }
  renameSync(unfinished, `${path}.repaired-${now}`)
}

/**
 * Puts a complete repaired database in place of the damaged one. Returns where that is put aside; `null`: nothing to
 * finish.
 */
export const finishRepair = (folder: string, path: string): string | null => {
  const name = readdirSync(folder).find((each) => REPAIRED.test(each))
  if (name === undefined) return null
  const aside = `${path}.damaged-${REPAIRED.exec(name)?.[1]}`
  for (const side of SIDE_FILES) if (existsSync(path + side)) renameSync(path + side, aside + side)
  renameSync(join(folder, name), path)
  return aside
}

const openRepaired = async (folder: string, now: number): Promise<OpenedStore> => {
  const path = join(folder, FILE)
  let aside = finishRepair(folder, path) // when the previous start ended in the middle of it
  let database = openWhole(path)
  if (database === null) {
    await repair(path, now)
    aside = finishRepair(folder, path)
    database = openDatabase(path)
  }
  const repaired = aside === null ? null : { aside, items: countItems(database) }
  return { store: createSqliteStore(database), repaired }
}

/** `now` in ms names what is put aside. */
export const openSqliteStore = async (folder: string, now: number): Promise<OpenedStore> => {
  mkdirSync(folder, { recursive: true })
  const held = lockFolder(folder)
  try {
    const { store, repaired } = await openRepaired(folder, now)
    const close = async (): Promise<void> => {
      await store.close()
      held.close()
    }
    return { store: { ...store, close }, repaired }
  } catch (error) {
    held.close()
    if (isFull(error)) throw new StoreUnusableError(`There is no room in ${folder}: free some space first.`)
    throw error
  }
}
