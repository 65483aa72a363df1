/** The drafts in this device's database. A write waits for nothing else: a page may be gone before a later one. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { kept } from '../failure.ts'
import { type Connection, settled, STRICT } from '../indexeddb.ts'
import { type DraftPlace, parseDraftRow } from './draft-rows.ts'
import type { DraftStore } from './draft-store.ts'

/** In place of a plan, for what is in none: no workspace has an empty id. */
const NO_PLAN = ''
const keyOf = ({ plan, field }: DraftPlace): [plan: string, field: string] => [plan ?? NO_PLAN, field]

export const draftsOf = (plan: WorkspaceId | null): IDBKeyRange =>
  IDBKeyRange.bound([plan ?? NO_PLAN], [plan ?? NO_PLAN, []])

export const createIndexedDbDraftStore = (connection: Connection): DraftStore => ({
  load: () =>
    connection.run(async (database) => {
      const { store } = database.transaction('drafts')
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()])
      return keys.flatMap((key, at) => parseDraftRow(key, values[at]) ?? [])
    }),
  save: (row) =>
    kept(
      connection.run((database) => {
        const transaction = database.transaction('drafts', 'readwrite')
        const { text, at, overAt } = row
        const put = transaction.store.put({ text, at, overAt }, keyOf(row))
        transaction.commit()
        return settled(transaction.done, [put])
      }),
    ),
  remove: (place) =>
    kept(
      connection.run((database) => {
        const transaction = database.transaction('drafts', 'readwrite')
        const gone = transaction.store.delete(keyOf(place))
        transaction.commit()
        return settled(transaction.done, [gone])
      }),
    ),
  removeAll: (plan) =>
    kept(
      connection.run((database) => {
        const transaction = database.transaction('drafts', 'readwrite', STRICT)
        return settled(transaction.done, [transaction.store.delete(draftsOf(plan))])
      }),
    ),
})
