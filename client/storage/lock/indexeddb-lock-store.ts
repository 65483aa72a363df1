/** The lock in this device's database. */
import * as v from 'valibot'
import { parseWorkspaceId } from '#shared/protocol/ids.ts'
import { kept } from '../failure.ts'
import { type Connection, settled, STRICT } from '../indexeddb.ts'
import { STORES, type StoreName } from '../shape.ts'
import { isSameLock, type LockKept, type LockStore, type StoredLock } from './lock-store.ts'

const LOCK = 'lock'
/** The values that one transaction stores anew: few enough that an edit need not wait. */
const AT_ONCE = 32

const BYTES = v.pipe(
  v.instance(Uint8Array),
  v.transform((bytes) => new Uint8Array(bytes)),
)
const ROW = v.object({
  credential: BYTES,
  salt: BYTES,
  wrapped: BYTES,
  minutes: v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(1)), 1),
  stage: v.fallback(v.picklist(['sealing', 'on', 'opening']), 'sealing'),
})

const parseLock = (value: unknown): StoredLock | 'damaged' | null => {
  if (value === undefined) return null
  const row = v.safeParse(ROW, value)
  return row.success ? row.output : 'damaged'
}

export const createIndexedDbLockStore = (connection: Connection): LockStore => ({
  read: () => connection.run(async (database) => parseLock(await database.transaction('lock').store.get(LOCK))),
  add: (lock) => replace(connection, null, lock),
  change: (lock, part) => replace(connection, lock, part),
  remove: () =>
    kept(
      connection.run((database) => {
        const transaction = database.transaction('lock', 'readwrite', STRICT)
        return settled(transaction.done, [transaction.store.delete(LOCK)])
      }),
    ),
  async rewrite() {
    for (const name of STORES) await rewriteStore(connection, name)
  },
  planIds: () =>
    connection.run(async (database) =>
      (await database.transaction('plans').store.getAllKeys()).flatMap((key) => parseWorkspaceId(key) ?? []),
    ),
})

/** Stores `next` over what is there, if that is still `before`. */
const replace = async (
  connection: Connection,
  before: StoredLock | null,
  next: Partial<StoredLock>,
): Promise<LockKept> => {
  let changed = false
  const stored = await kept(
    connection.run(async (database) => {
      const transaction = database.transaction('lock', 'readwrite', STRICT)
      const there = parseLock(await transaction.store.get(LOCK))
      changed = !isSameLock(there, before)
      const row = there === 'damaged' ? next : { ...there, ...next }
      await settled(transaction.done, [changed ? undefined : transaction.store.put(row, LOCK)])
    }),
  )
  return stored.ok && changed ? { ok: false, reason: 'changed' } : stored
}

const rewriteStore = async (connection: Connection, name: StoreName): Promise<void> => {
  const keys = await connection.run((database) => database.transaction(name).store.getAllKeys())
  for (let at = 0; at < keys.length; at += AT_ONCE)
    await connection.run((database) => {
      const transaction = database.transaction(name, 'readwrite', STRICT)
      return settled(
        transaction.done,
        keys.slice(at, at + AT_ONCE).map((key) => transaction.store.rewrite(key)),
      )
    })
}
