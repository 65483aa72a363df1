/** Notices in this device's database: rows, which are read when a plan opens, and items, which are not. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { type Connection, recordsOf, settled } from '../indexeddb.ts'
import { kept } from '../failure.ts'
import type { NoticeStore } from './notice-store.ts'
import { parseBytes, parseNoticeRow } from '../rows.ts'

export const createIndexedDbNoticeStore = (connection: Connection, workspace: WorkspaceId): NoticeStore => {
  const readAll = <Value>(
    store: 'notices' | 'noticeItems',
    parse: (id: string, value: unknown) => Value | null,
  ): Promise<readonly (readonly [id: string, value: Value])[]> =>
    connection.run(async (database) => {
      const transaction = database.transaction(store)
      const [keys, values] = await Promise.all([
        transaction.store.getAllKeys(recordsOf(workspace)),
        transaction.store.getAll(recordsOf(workspace)),
      ])
      return keys.flatMap(([, id], index) => {
        const value = parse(id, values[index])
        return value === null ? [] : [[id, value] as const]
      })
    })
  return {
    load: async () => (await readAll('notices', parseNoticeRow)).map(([, row]) => row),
    items: async () => new Map(await readAll('noticeItems', (_id, value) => parseBytes(value))),
    save: (rows, items) =>
      kept(
        connection.run(async (database) => {
          const transaction = database.transaction(['notices', 'noticeItems'], 'readwrite')
          await settled(transaction.done, [
            ...rows.map((row) => transaction.objectStore('notices').put({ ...row }, [workspace, row.id])),
            ...[...items].map(([id, item]) => transaction.objectStore('noticeItems').put(item, [workspace, id])),
          ])
        }),
      ),
  }
}
