/** A history as a device would have it, over a log that a test has recorded. */
import type { PageSize } from '#domain/history/begin-of-page.ts'
import { readMoment, readPage } from '#domain/history/read-history.ts'
import type { Log } from '#domain/history/read-history.ts'
import type { History } from '#ports/open-plan.ts'

export const createFakeHistory = (
  log: () => Log,
  beginsAt: History['beginsAt'] = 'start',
  size?: PageSize,
): History => ({
  entries: log().entries.length,
  beginsAt,
  full: false,
  at: (seq) => readMoment(log(), seq, { pause: async () => {}, prepare: () => {} }),
  page: (end) => readPage(log(), end, { pause: async () => {}, prepare: () => {} }, size),
})
