/** Where fields keep what is typed, for tests of a part alone: a map, in Dutch. */
import { nl } from '#copy/nl.ts'
import type { Drafts } from '#ui/draft.ts'

export const createFakeDrafts = (kept = new Map<string, string>()): Drafts => ({
  words: () => nl.field,
  isRefused: () => false,
  list: () => [],
  read: (field) => kept.get(field) ?? null,
  keep: (field, text) => void (text === null ? kept.delete(field) : kept.set(field, text)),
})
