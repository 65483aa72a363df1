/** Faults of a relay: replaced by a newer or smaller one, restored from an older copy, or its disk rots. */
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Relay } from '../relay.ts'
import { copyRelay } from '../relay-copy.ts'

const LIMITS = 'shared/protocol/limits.ts'

/** Another relay on the same data. */
export const replaceRelay = async (relay: Relay, by: 'one with a newer protocol' | 'a small one'): Promise<void> => {
  const copy = await copyRelay()
  if (by === 'a small one') await copy.change(LIMITS, 'MAX_LOG_BYTES = 256 * 1024 * 1024', 'MAX_LOG_BYTES = 24 * 1024')
  else await copy.change(LIMITS, 'PROTOCOL_VERSION = 1', 'PROTOCOL_VERSION = 2')
  await relay.stop()
  await relay.restart({ main: copy.main })
  await copy.remove() // it is in memory
}

/** Starts the usual one again. */
export const putBackRelay = async (relay: Relay): Promise<void> => {
  await relay.stop()
  await relay.restart()
}

const backupOf = ({ folder }: Relay): string => `${folder}-backup`

export const backUp = async (relay: Relay): Promise<void> => {
  await relay.stop()
  await cp(relay.folder, backupOf(relay), { recursive: true })
  await relay.restart()
}

export const restoreBackup = async (relay: Relay): Promise<void> => {
  await relay.stop()
  await relay.forgetEverything()
  await cp(backupOf(relay), relay.folder, { recursive: true })
  await rm(backupOf(relay), { recursive: true })
  await relay.restart()
}

/** What the relay keeps of one plan: its number in the upper bits of the place, the item's in the lower (sqlite-file.ts). */
const ITEM_OF_PLAN = `
  SELECT place, items.bytes FROM items JOIN workspaces ON place / 16777216 = number
  WHERE id = ? AND kind = ? ORDER BY place DESC LIMIT 1 OFFSET ?`

/**
 * Flips one byte of an item of a plan; a second call repairs it. `back`: counted from the last of its kind. The plan is named
 * because the relay keeps the people's homes too, and writes to them whenever their devices find the time.
 */
export const rot = ({ folder }: Relay, plan: string, kind: 'record' | 'entry', back = 0): void => {
  const database = new DatabaseSync(join(folder, 'weef.sqlite'), { timeout: 5_000 }) // ms: the relay may be writing
  const id = Buffer.from(plan, 'base64url')
  const { place, bytes } = database.prepare(ITEM_OF_PLAN).get(id, kind === 'record' ? 1 : 0, back) ?? {}
  if (!(bytes instanceof Uint8Array) || typeof place !== 'number') throw new Error('There is no such item.')
  const end = bytes.length - 1 // in its signature
  bytes[end] = (bytes[end] ?? 0) ^ 1
  database.prepare('UPDATE items SET bytes = ? WHERE place = ?').run(bytes, place)
  database.close()
}
