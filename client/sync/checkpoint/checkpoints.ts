/**
 * When a caught-up writer's device writes a checkpoint, and of what (PROTOCOL.md §8, K1). One is always a copy of the log at
 * the place that its header names, never of work that is not shared yet.
 */
import * as Y from 'yjs'
import { currentEpoch } from '#shared/chain/chain.ts'
import { MAX_ITEM_BYTES } from '#shared/protocol/limits.ts'
import { shortHash } from '#shared/protocol/log.ts'
import type { OpenedEntry } from '../log/accept.ts'
import type { Environment, Stop } from '../environment.ts'
import { type LogState, seenPlace, type SinceCheckpoint } from '../log/log-state.ts'
import { sealEntry } from '../log/sealing.ts'
import { type SessionCore, writingKeys } from '../session/session-core.ts'
import { hasUnshared } from '../document/snapshot.ts'

/** Opening an entry costs a new device about as much as receiving so many bytes more: two checks of a signature. */
const ITEM_COST_BYTES = 512
/** Less than this is replayed as fast as it is looked up, in bytes: some 600 small entries. */
const MIN_COST_BYTES = 512 * 1024
/** After the last change, in ms, so that nobody types while the document is encoded; spread, so that few devices do it at once. */
const QUIET_MS = 10_000
const SPREAD_MS = 50_000

/** Never before as much has come as the last one was long: checkpoints at most double a log. `chance`: 0 to 1, of this device. */
export const isDue = ({ items, bytes, size }: SinceCheckpoint, chance: number, least = MIN_COST_BYTES): boolean =>
  bytes + items * ITEM_COST_BYTES >= Math.max(least, size) * (1 + chance) && bytes >= size

/** The document is exactly what the log holds: nothing of mine is still to be shared, or on its way, and no key was missing. */
const isLogItself = (core: SessionCore, state: LogState): boolean =>
  state.missedEpochs.size === 0 &&
  [...Y.decodeStateVector(Y.encodeStateVector(core.doc))].every(
    ([client, clock]) => state.clocks.get(client) === clock,
  ) &&
  core.doc.store.pendingStructs === null &&
  core.doc.store.pendingDs === null &&
  !hasUnshared(core.doc, core.own.salts.keys(), state)

const write = async (core: SessionCore): Promise<void> => {
  const { link, follower, environment } = core
  const { state } = follower
  const writing = writingKeys(core)
  if (link.name !== 'live' || writing === null || !isLogItself(core, state)) return
  const { chain, keys } = writing
  const header = {
    type: 'checkpoint',
    workspace: core.workspace,
    epoch: currentEpoch(chain).number,
    author: core.holder.id,
    seen: seenPlace(state),
    lastRecord: { number: chain.number, hash: shortHash(chain.hash) },
  } as const
  const now = environment.now()
  const update = Y.encodeStateAsUpdate(core.doc) as Uint8Array<ArrayBuffer>
  const content = { salts: [], firstEdit: now, lastEdit: now, schema: core.schema, update }
  const opened: OpenedEntry = { header, signed: true, content }
  const bytes = await sealEntry(core.holder, keys, header, content, environment.randomBytes)
  if (bytes.length > Math.min(core.limits.itemBytes, MAX_ITEM_BYTES) || core.link !== link) return
  core.inFlight.add({ kind: 'checkpoint', bytes, opened })
  link.connection.send({ type: 'append', item: bytes })
}

export type Checkpoints = {
  /** The log went on, or everything of mine is shared. */
  moved(): void
  stop(): void
}

export const createCheckpoints = (core: () => SessionCore, environment: Environment, least?: number): Checkpoints => {
  const chance = environment.random()
  let stopTimer: Stop | null = null
  const stop = (): void => {
    stopTimer?.()
    stopTimer = null
  }
  return {
    moved() {
      stop()
      const { follower, link } = core()
      if (link.name !== 'live' || !isDue(follower.state.sinceCheckpoint, chance, least)) return
      stopTimer = environment.after(QUIET_MS + environment.random() * SPREAD_MS, () => {
        stopTimer = null
        core().queue.add(() => write(core()))
      })
    },
    stop,
  }
}
