/** Somebody said yes to giving the relay back what it lost (C3): from here on its log is read from the start. */
import type { SyncStore } from '#storage/sync/sync-store.ts'
import { createHealing } from './repair-relay.ts'
import { readFromStart } from './pull.ts'
import { readHeld } from '../log/restore.ts'
import type { SessionCore } from './session-core.ts'

/** `unreadable`: the device's database gives no answer; all is as it was, and they can say yes again. */
export type Begun = 'begun' | 'not-needed' | 'unreadable'

const awaitsConsent = ({ refused }: SessionCore): boolean => refused === 'log-differs' || refused === 'removed'

export const beginHealing = async (core: SessionCore, store: SyncStore): Promise<Begun> => {
  if (!awaitsConsent(core)) return 'not-needed'
  const stored = await store.load().catch(() => null)
  if (stored === null) return 'unreadable'
  const held = await readHeld(core.workspace, stored)
  if (!awaitsConsent(core)) return 'not-needed' // they said so twice
  core.held = held
  core.healing = createHealing(held, core.holder.id)
  core.dirty = true // as far as the relay's log goes, nobody knows yet
  core.refused = core.stuck = null
  readFromStart(core)
  return 'begun'
}
