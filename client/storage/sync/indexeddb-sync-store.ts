/** The sync store in this device's database. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { type Connection, recordsOf, settled, STRICT } from '../indexeddb.ts'
import { parseBytes, parseSalts } from '../rows.ts'
import type { StoredLog, SyncStore } from './sync-store.ts'

export const createIndexedDbSyncStore = (connection: Connection, workspace: WorkspaceId): SyncStore => ({
  load: () =>
    connection.run(async (database): Promise<StoredLog> => {
      const transaction = database.transaction(['records', 'cursors', 'salts'])
      const records = transaction.objectStore('records')
      const [keys, values, cursor, salts] = await Promise.all([
        records.getAllKeys(recordsOf(workspace)),
        records.getAll(recordsOf(workspace)),
        transaction.objectStore('cursors').get(workspace),
        transaction.objectStore('salts').get(workspace),
      ])
      return {
        records: keys.flatMap(([, seq], index) => {
          const bytes = parseBytes(values[index])
          return bytes === null ? [] : [{ seq, bytes }]
        }),
        cursor: parseBytes(cursor),
        salts: parseSalts(salts),
      }
    }),

  addRecords: (records) =>
    connection.run(async (database) => {
      const transaction = database.transaction('records', 'readwrite')
      await settled(
        transaction.done,
        records.map(({ seq, bytes }) => transaction.store.put(bytes, [workspace, seq])),
      )
    }),

  replaceRecords: (records) =>
    connection.run(async (database) => {
      const transaction = database.transaction('records', 'readwrite')
      await settled(transaction.done, [
        transaction.store.delete(recordsOf(workspace)),
        ...records.map(({ seq, bytes }) => transaction.store.put(bytes, [workspace, seq])),
      ])
    }),

  saveCursor: (cursor) =>
    connection.run(async (database) => {
      const transaction = database.transaction('cursors', 'readwrite')
      await settled(transaction.done, [transaction.store.put(cursor, workspace)])
    }),

  addSalt: (salt) =>
    connection.run(async (database) => {
      const transaction = database.transaction('salts', 'readwrite', STRICT)
      const salts = parseSalts(await transaction.store.get(workspace))
      await settled(transaction.done, [transaction.store.put([...salts, salt], workspace)])
    }),
})
