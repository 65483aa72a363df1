/**
 * Opens the store of a relay's configuration without starting the relay. Rejects with a sentence when it cannot be opened.
 */
import { join } from 'node:path'
import type { Config } from '../process/config.ts'
import { openPostgresPool } from '../storage/postgres/open-postgres.ts'
import { FILE, lockFolder } from '../storage/sqlite/open-sqlite.ts'
import { openDatabase, openToRead } from '../storage/sqlite/sqlite-file.ts'
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

/** For erasing. Refuses on a folder whose relay is running: that relay has logs in memory and would not notice. */
export const openInventoryToChange = async ({ dataFolder, databaseUrl }: StoreLocation): Promise<Inventory> => {
  if (databaseUrl !== null) return createPostgresInventory(await openPostgresPool(databaseUrl))
  openToRead(sqliteFile(dataFolder)).close() // otherwise a wrong folder would get a new database
  const held = lockFolder(dataFolder)
  try {
    const inventory = createSqliteInventory(openDatabase(sqliteFile(dataFolder)))
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
