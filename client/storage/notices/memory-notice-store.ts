/** The notices of a device that stores nothing. */
import type { NoticeStore } from './notice-store.ts'
import type { NoticeRow } from '../rows.ts'

export const createMemoryNoticeStore = (): NoticeStore => {
  const known = new Map<string, NoticeRow>()
  const bytes = new Map<string, Uint8Array>()
  return {
    load: async () => [...known.values()],
    async save(rows, items) {
      for (const row of rows) known.set(row.id, row)
      for (const [id, item] of items) bytes.set(id, item.slice())
      return { ok: true }
    },
    items: async () => new Map(bytes),
  }
}
