/**
 * Opens the store of a relay's configuration without starting the relay. Rejects with a sentence when it cannot be opened.
 */
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Config } from '../process/config.ts'
import { openPostgresPool } from '../storage/postgres/open-postgres.ts'
import { emptyJournal, FILE, lockFolder } from '../storage/sqlite/open-sqlite.ts'
import { isFull, isNoDatabase, openDatabase, openToRead } from '../storage/sqlite/sqlite-file.ts'
import { StoreUnusableError } from '../storage/unusable.ts'
import type { Inventory } from './inventory.ts'
import { createPostgresInventory, createPostgresSnapshot } from './postgres-inventory.ts'
import { createSqliteInventory } from './sqlite-inventory.ts'

type StoreLocation = Pick<Config, 'dataFolder' | 'databaseUrl'>

export const sqliteFile = (dataFolder: string): string => join(dataFolder, FILE)

/** For reading; a relay may be running. */
export const openInventory = async ({ dataFolder, databaseUrl }: StoreLocation): Promise<Inventory> =>
  databaseUrl === null
    ? createSqliteInventory(openToRead(sqliteFile(dataFolder)))
    : createPostgresInventory(await openPostgresPool(databaseUrl))

/** A consistent snapshot, although a relay may write on. */
export const openSnapshot = async ({ dataFolder, databaseUrl }: StoreLocation): Promise<Inventory> =>
  databaseUrl === null
    ? openFileSnapshot(sqliteFile(dataFolder))
    : createPostgresSnapshot(await openPostgresPool(databaseUrl))

export const openFileSnapshot = (path: string): Inventory => {
  const database = openToRead(path)
  database.exec('BEGIN')
  return createSqliteInventory(database)
}

/**
 * For writing, of this version, with nothing in its journal: whoever erases or moves looks only into the tables. `name` is
 * what sentences call it.
 */
export const openWithoutJournal = (path: string, name = path): DatabaseSync => {
  let database: DatabaseSync | null = null
  try {
    database = openDatabase(path)
    if (emptyJournal(database)) return database
  } catch (error) {
    database?.close()
    if (isFull(error)) throw new StoreUnusableError(`There is no room for ${name}: free some space first.`)
    if (isNoDatabase(error)) throw new StoreUnusableError(`${name} is not a database of Weef.`)
    throw error
  }
  database.close()
  throw new StoreUnusableError(`${name} is damaged: start the relay on it once.`)
}

/** For erasing and moving. Refuses on a folder whose relay is running: that relay has logs in memory and would not notice. */
export const openInventoryToChange = async ({ dataFolder, databaseUrl }: StoreLocation): Promise<Inventory> => {
  if (databaseUrl !== null) return createPostgresInventory(await openPostgresPool(databaseUrl))
  openToRead(sqliteFile(dataFolder)).close() // otherwise a wrong folder would get a new database
  const held = lockFolder(dataFolder)
  try {
    const inventory = createSqliteInventory(openWithoutJournal(sqliteFile(dataFolder)))
    const close = async (): Promise<void> => {
      await inventory.close()
      held.close()
    }
    return { ...inventory, close }
  } catch (error) {
    held.close()
    throw error
  }
}
