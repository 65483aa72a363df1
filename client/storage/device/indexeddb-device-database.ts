/** This device's database over IndexedDB. It parses every row (rows.ts) and leaves unreadable ones where they are. */
import { SECRET_BYTES } from '#keys/secret.ts'
import type { PersonId, WorkspaceId } from '#shared/protocol/ids.ts'
import { type ChangingAtRest, createAtRest } from '../at-rest/at-rest.ts'
import { createIndexedDbDraftStore, draftsOf } from '../drafts/indexeddb-draft-store.ts'
import { createIndexedDbLockStore } from '../lock/indexeddb-lock-store.ts'
import { type Connection, openConnection, type DatabaseFailure, recordsOf, settled, STRICT } from '../indexeddb.ts'
import type { Database } from '../sealed-database.ts'
import { STORES } from '../shape.ts'
import type { ChangeOfPerson, DeviceDatabase, KeptSecret } from './device-database.ts'
import { kept } from '../failure.ts'
import { leaveBehind } from '../moving.ts'
import {
  type InvitationRow,
  parseBytes,
  parseInvitationRow,
  parsePlanRow,
  parseSetting,
  type PlanRow,
} from '../rows.ts'

const NAME = 'weef'
const SECRET = 'secret'
/** The key under which a secret stays that this device had before. */
const toEarlier = (person: PersonId): string => `${SECRET} ${person}`
/** A key among the settings: with a store of its own, earlier releases could not open the database any more. */
const toSeenLast = (id: WorkspaceId): string => `seen-last ${id}`

export type OpenedDatabase = { ok: true; database: DeviceDatabase } | { ok: false; reason: DatabaseFailure }

export const openDeviceDatabase = async (name: string = NAME): Promise<OpenedDatabase> => {
  const atRest = createAtRest()
  const opened = await openConnection(name, atRest)
  return opened.ok ? { ok: true, database: createDatabase(opened.connection, atRest) } : opened
}

const createDatabase = (connection: Connection, atRest: ChangingAtRest): DeviceDatabase => ({
  atRest,
  lock: createIndexedDbLockStore(connection),
  readPersonSecret: () => connection.run((database) => readSecret(database)),
  keepPersonSecret: (candidate) => keepSecret(connection, candidate),
  readEarlierSecret: (person) => connection.run((database) => readSecret(database, toEarlier(person))),
  keepEarlierSecret: (person, secret) =>
    kept(connection.run((database) => write(database, 'person', secret, toEarlier(person)))),
  changePerson: (secret, before, how = {}) =>
    kept(connection.run((database) => changePerson(database, secret, before, how))),
  removeEarlierSecret: (person) =>
    kept(
      connection.run((database) => {
        const transaction = database.transaction('person', 'readwrite', STRICT)
        return settled(transaction.done, [transaction.store.delete(toEarlier(person))])
      }),
    ),
  readSetting: (name) =>
    connection.run(async (database) => parseSetting(await database.transaction('settings').store.get(name))),
  saveSetting: (name, value) => kept(connection.run((database) => write(database, 'settings', value, name))),
  readPlans: async () => {
    const rows: readonly PlanRow[] = await connection.run((database) => readRows(database, 'plans', parsePlanRow))
    return rows.toSorted((a, b) => b.openedAt - a.openedAt)
  },
  savePlan: (row) => kept(connection.run((database) => write(database, 'plans', { ...row }, row.id))),
  async addPlan(row) {
    let added = false
    const stored = await kept(
      connection.run(async (database) => {
        const transaction = database.transaction('plans', 'readwrite', STRICT)
        added = (await transaction.store.getKey(row.id)) === undefined
        await settled(transaction.done, [added ? transaction.store.put({ ...row }, row.id) : undefined])
      }),
    )
    return stored.ok ? { ok: true, added } : stored
  },
  changePlan: (id, change) =>
    kept(
      connection.run(async (database) => {
        const transaction = database.transaction('plans', 'readwrite', STRICT)
        const there = await transaction.store.getKey(id)
        const row = there === undefined ? null : parsePlanRow(id, await transaction.store.get(id))
        await settled(transaction.done, [row === null ? undefined : transaction.store.put({ ...change(row) }, id)])
      }),
    ),
  readSeenLast: (id) =>
    connection.run(async (database) => parseSetting(await database.transaction('settings').store.get(toSeenLast(id)))),
  keepSeenLast: (id, text) =>
    kept(
      connection.run(async (database) => {
        const transaction = database.transaction(['plans', 'settings'], 'readwrite')
        const settings = transaction.objectStore('settings')
        const isHere = text !== null && (await transaction.objectStore('plans').getKey(id)) !== undefined
        await settled(transaction.done, [isHere ? settings.put(text, toSeenLast(id)) : settings.delete(toSeenLast(id))])
      }),
    ),
  removePlan: (id) =>
    kept(
      connection.run(async (database) => {
        const mine = (await readRows(database, 'invitations', parseInvitationRow)).filter(
          ({ workspace }) => workspace === id,
        )
        const transaction = database.transaction(STORES, 'readwrite', STRICT)
        await settled(transaction.done, [
          transaction.objectStore('plans').delete(id),
          transaction.objectStore('settings').delete(toSeenLast(id)),
          transaction.objectStore('cursors').delete(id),
          transaction.objectStore('salts').delete(id),
          transaction.objectStore('journals').delete(id),
          transaction.objectStore('drafts').delete(draftsOf(id)),
          ...(['records', 'notices', 'noticeItems', 'journalBases', 'journalRows'] as const).map((store) =>
            transaction.objectStore(store).delete(recordsOf(id)),
          ),
          ...mine.map(({ locator }) => transaction.objectStore('invitations').delete(locator)),
        ])
      }),
    ),
  readInvitations: () =>
    connection.run((database): Promise<readonly InvitationRow[]> =>
      readRows(database, 'invitations', parseInvitationRow),
    ),
  saveInvitation: (row) => kept(connection.run((database) => write(database, 'invitations', { ...row }, row.locator))),
  removeInvitation: (locator) =>
    kept(
      connection.run((database) => {
        const transaction = database.transaction('invitations', 'readwrite', STRICT)
        return settled(transaction.done, [transaction.store.delete(locator)])
      }),
    ),
  plansAt: connection,
  drafts: createIndexedDbDraftStore(connection),

  erase: () =>
    kept(
      connection.run(async (database) => {
        const transaction = database.transaction(STORES, 'readwrite', STRICT)
        await settled(
          transaction.done,
          STORES.map((store) => transaction.objectStore(store).clear()),
        )
      }),
    ),
  close: () => connection.close(),
})

const readSecret = async (database: Database, key: string = SECRET): Promise<Uint8Array | null> =>
  parseBytes(await database.transaction('person').store.get(key), SECRET_BYTES)

const changePerson = async (
  database: Database,
  secret: Uint8Array,
  before: PersonId,
  { movesTo }: ChangeOfPerson,
): Promise<void> => {
  const transaction = database.transaction(['person', 'plans'], 'readwrite', STRICT)
  const [people, plans] = [transaction.objectStore('person'), transaction.objectStore('plans')]
  const [known, keys, rows] = await Promise.all([people.get(SECRET), plans.getAllKeys(), plans.getAll()])
  const mine = keys.flatMap((key, index) => parsePlanRow(key, rows[index]) ?? [])
  await settled(transaction.done, [
    ...(parseBytes(known, SECRET_BYTES) === null ? [] : [people.put(known, toEarlier(before))]),
    people.put(secret, SECRET),
    ...mine.map((row) => plans.put({ ...leaveBehind(row, before, movesTo) }, row.id)),
  ])
}

const keepSecret = async (connection: Connection, candidate: Uint8Array): Promise<KeptSecret> => {
  const wrote = await kept(
    connection.run(async (database) => {
      const transaction = database.transaction('person', 'readwrite', STRICT)
      const there = parseBytes(await transaction.store.get(SECRET), SECRET_BYTES)
      await settled(transaction.done, [there === null ? transaction.store.put(candidate, SECRET) : undefined])
    }),
  )
  if (!wrote.ok) return wrote
  const secret = await connection.run((database) => readSecret(database)).catch(() => null) // some private modes accept a write and store nothing
  return secret === null ? { ok: false, reason: 'unavailable' } : { ok: true, secret }
}

const readRows = async <Row>(
  database: Database,
  store: 'plans' | 'invitations',
  parse: (key: string, value: unknown) => Row | null,
): Promise<Row[]> => {
  const transaction = database.transaction(store)
  const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()])
  return keys.map((key, index) => parse(key, values[index])).filter((row) => row !== null)
}

const write = async (
  database: Database,
  store: 'person' | 'settings' | 'plans' | 'invitations',
  value: unknown,
  key: string,
): Promise<void> => {
  const transaction = database.transaction(store, 'readwrite', STRICT)
  await settled(transaction.done, [transaction.store.put(value, key)])
}
