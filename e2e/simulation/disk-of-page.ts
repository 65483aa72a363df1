/** A disk as one page uses it: a page that is gone writes nothing, and the browser goes on writing while a page waits for it. */
import type { JournalStore } from '#storage/journal/journal-store.ts'
import type { Disk } from './disk.ts'

export const journalWhile = (alive: () => boolean, disk: Disk, count: (what: string) => void): JournalStore => ({
  ...disk.journal,
  append: async (batch) => (alive() ? disk.journal.append(batch) : { kept: true, bytes: 0 }),
  async begin(base) {
    if (!alive()) return
    count('history begins anew, after a gap')
    await disk.journal.begin(base)
  },
  async fold(base) {
    if (!alive()) return
    count('history: the oldest is folded')
    await disk.journal.fold(base)
  },
})

export const commitWhile = async (disk: Disk, work: Promise<void>, turn: () => Promise<void>): Promise<void> => {
  const progress = { done: false }
  void Promise.allSettled([work]).then(() => (progress.done = true))
  while (!progress.done) {
    disk.commitAll()
    await turn()
  }
  await work
}
