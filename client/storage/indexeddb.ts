/** The one IndexedDB database of this device: its shape, and a connection that comes back when the browser closes it. */
import { type IDBPDatabase, openDB } from 'idb'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { AtRest } from './at-rest/at-rest.ts'
import { isClosed, isNewer, StorageError } from './failure.ts'
import { type Database, sealDatabase } from './sealed-database.ts'
import { type Shape, STORES, VERSION } from './shape.ts'

export type Connection = {
  /** Runs `work`, and runs it again over a new connection if the browser had closed the first. Rejects with a `StorageError`. */
  run<Result>(work: (database: Database) => Promise<Result>): Promise<Result>
  close(): void
}

/** `blocked`: another tab with another version of the app keeps the database open. */
export type DatabaseFailure = 'unavailable' | 'blocked' | 'outdated-app'
export type OpenedConnection = { ok: true; connection: Connection } | { ok: false; reason: DatabaseFailure }

class BlockedError extends Error {}

export const openConnection = async (name: string, atRest: AtRest): Promise<OpenedConnection> => {
  let current: Promise<IDBPDatabase<Shape>> | null = null
  const forget = () => {
    current = null
  }
  const open = () =>
    (current ??= openDatabase(name, forget).catch((error: unknown) => (forget(), Promise.reject(error))))

  const run = async <Result>(use: (database: Database) => Promise<Result>): Promise<Result> => {
    const work = (database: IDBPDatabase<Shape>): Promise<Result> => use(sealDatabase(database, atRest))
    try {
      return await work(await open())
    } catch (error) {
      if (!isClosed(error)) throw new StorageError(error)
      forget()
      return open()
        .then(work)
        .catch((again: unknown) => Promise.reject(new StorageError(again)))
    }
  }
  const close = () => {
    void current?.then((database) => database.close())
    forget()
  }

  try {
    await open()
    return { ok: true, connection: { run, close } }
  } catch (error) {
    return {
      ok: false,
      reason: error instanceof BlockedError ? 'blocked' : isNewer(error) ? 'outdated-app' : 'unavailable',
    }
  }
}

const openDatabase = (name: string, onGone: () => void): Promise<IDBPDatabase<Shape>> =>
  new Promise((resolve, reject) => {
    const opening = openDB<Shape>(name, VERSION, {
      upgrade: (database) =>
        STORES.filter((store) => !database.objectStoreNames.contains(store)).forEach((store) =>
          database.createObjectStore(store),
        ),
      blocked: () => reject(new BlockedError('Another tab holds an older version of the database.')),
      blocking: () => {
        onGone() // a newer app, or "forget this device" in another tab, takes precedence; the next use opens again
        void opening.then((database) => database.close())
      },
      terminated: onGone,
    })
    opening.then(resolve, reject)
  })

/** For data that cannot be fetched again: the promise waits for the disk, not only for the browser (W3C IndexedDB 3, §2.7). */
export const STRICT = { durability: 'strict' } as const

/** All keys of one plan, in stores whose keys begin with it. */
export const recordsOf = (workspace: WorkspaceId): IDBKeyRange => IDBKeyRange.bound([workspace], [workspace, []])

/**
 * Waits until a transaction is committed. Only the transaction carries the reason of a failure: its requests report no more
 * than that they were aborted.
 */
export const settled = async (
  done: Promise<void>,
  requests: readonly (Promise<unknown> | undefined)[],
): Promise<void> => {
  await Promise.allSettled([...requests, done])
  await done
}
