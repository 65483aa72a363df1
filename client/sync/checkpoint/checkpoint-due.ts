/** When enough has come since the last checkpoint (PROTOCOL.md §8, K1). */
import type { SinceCheckpoint } from '../log/log-state.ts'

/** Opening an entry costs a new device about as much as receiving so many bytes more: two checks of a signature. */
const ITEM_COST_BYTES = 512
/** Less than this is replayed as fast as it is looked up, in bytes: some 600 small entries. */
const MIN_COST_BYTES = 512 * 1024

/** Never before as much has come as the last one was long: checkpoints at most double a log. `chance`: 0 to 1, of this device. */
export const isCheckpointDue = (
  { items, bytes, size }: SinceCheckpoint,
  chance: number,
  least: number = MIN_COST_BYTES,
): boolean => bytes + items * ITEM_COST_BYTES >= Math.max(least, size) * (1 + chance) && bytes >= size
