/** The drafts of a device that stores nothing. */
import type { DraftPlace, DraftRow } from './draft-rows.ts'
import type { DraftStore } from './draft-store.ts'

const keyOf = ({ plan, field }: DraftPlace): string => `${plan ?? ''} ${field}`

export const createMemoryDraftStore = (): DraftStore & { clear(): void } => {
  const rows = new Map<string, DraftRow>()
  return {
    load: async () => [...rows.values()],
    async save(row) {
      rows.set(keyOf(row), row)
      return { ok: true }
    },
    async remove(place) {
      rows.delete(keyOf(place))
      return { ok: true }
    },
    async removeAll(plan) {
      for (const row of rows.values()) if (row.plan === plan) rows.delete(keyOf(row))
      return { ok: true }
    },
    clear: () => rows.clear(),
  }
}
