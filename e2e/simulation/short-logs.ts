/** Limits by which the short logs of schedules meet what a real log meets after years. */
import type { PersonId } from '#shared/protocol/ids.ts'

/** In bytes: three entries, where the app waits for six hundred. */
const LEAST_CHECKPOINT = 2 * 1024
/** In bytes: some four entries. */
const JOURNAL = { comfortable: 200, most: 300, growth: 100 }

/** Half of all people have a device whose history is soon too long for it. */
const hasLittleRoom = (person: PersonId): boolean => person.charCodeAt(0) % 2 === 0

export const shortLogsOf = (person: PersonId) => ({
  leastCheckpoint: LEAST_CHECKPOINT,
  ...(hasLittleRoom(person) ? { journalLimits: JOURNAL } : {}),
})
