/** The rule for when a checkpoint is due (PROTOCOL.md §8, K1). */
import type { SinceCheckpoint } from '../log/log-state.ts'

/** The cost of opening an entry, mostly two signature checks, in bytes that take a new device as long to receive. */
const ITEM_COST_BYTES = 512
/** The least cost for a checkpoint, in bytes, some 600 small entries: replaying less takes no longer than fetching a checkpoint. */
const MIN_COST_BYTES = 512 * 1024

/** A checkpoint is never due before as many bytes have come as the last one had, so checkpoints at most double a log. `chance`: this device's, 0 to 1. */
export const isCheckpointDue = (
  { items, bytes, size }: SinceCheckpoint,
  chance: number,
  least: number = MIN_COST_BYTES,
): boolean => bytes + items * ITEM_COST_BYTES >= Math.max(least, size) * (1 + chance) && bytes >= size
