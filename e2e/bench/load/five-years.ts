/** One document of a megabyte, the same for every server: a plan after five years of use. */
import * as Y from 'yjs'
import { SALT_BYTES } from '#shared/protocol/limits.ts'
import { deriveClientId } from '#sync/document/client-ids.ts'
import { isCheckpointDue } from '#sync/checkpoint/checkpoint-due.ts'
import { advanceLog, noteCheckpoint } from '#sync/log/log-state.ts'
import { makeFiveYears, SITTINGS } from '../../figures/five-years.ts'
import type { Bytes } from './socket.ts'
import type { WeefRoom } from './weef-room.ts'

/** An arbitrary time, the same in every run, ms since 1970. */
const NOW = Date.UTC(2026, 0, 1)

/** Updates as devices send them, batch by batch, and the size of the final document, in bytes. */
export const makeFiveYearsUpdates = (): { readonly updates: readonly Uint8Array[]; readonly length: number } => {
  const updates: Uint8Array[] = []
  const sittings = {
    clientOf: (sitting: number) => sitting + 1,
    batch: (update: Uint8Array) => void updates.push(update),
  }
  const { length } = makeFiveYears(NOW, sittings)
  return { updates, length }
}

/** The same as our log: sealed by the room's first person, with the checkpoints that the app would have added. */
export const makeFiveYearsLog = async (room: WeefRoom): Promise<readonly Bytes[]> => {
  const author = room.people[0]
  if (author === undefined) throw new Error('Nobody is there to write it.')
  const salts = Array.from({ length: SITTINGS }, (_, n) =>
    new Uint8Array(SALT_BYTES).fill(1).map((one, at) => (n >> (8 * at)) + one),
  )
  const saltOf = (sitting: number): Bytes => salts[sitting] ?? new Uint8Array(SALT_BYTES)
  const written: { readonly update: Uint8Array; readonly sitting: number }[] = []
  makeFiveYears(NOW, {
    clientOf: (sitting) => deriveClientId(room.workspace, author.id, saltOf(sitting)),
    batch: (update, sitting) => void written.push({ update, sitting }),
  })
  const log: Bytes[] = []
  const append = (item: Bytes): void => {
    advanceLog(room.state, item)
    log.push(item)
  }
  const doc = new Y.Doc()
  for (const { update, sitting } of written) {
    Y.applyUpdate(doc, update)
    append(await room.seal(0, new Uint8Array(update), {}, saltOf(sitting)))
    if (!isCheckpointDue(room.state.sinceCheckpoint, 0.5)) continue
    const checkpoint = await room.seal(0, new Uint8Array(Y.encodeStateAsUpdate(doc)), { type: 'checkpoint' })
    append(checkpoint)
    noteCheckpoint(room.state, checkpoint)
  }
  return log
}
