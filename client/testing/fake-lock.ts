/** A fake lock for tests and previews: it locks nothing, and records what it was asked. */
import { createSignal } from 'solid-js'
import type { DeviceLock, LockChanged, LockState } from '#ports/lock.ts'

export type FakeLockOptions = {
  readonly offered?: boolean
  readonly state?: LockState | null
  readonly failure?: Extract<LockChanged, { ok: false }>['reason']
}

export const createFakeLock = ({ offered = true, state: first = null, failure }: FakeLockOptions = {}) => {
  const asked = { minutes: [] as number[], locked: 0 }
  const [state, setState] = createSignal(first)
  const change = async (minutes: number | null): Promise<LockChanged> => {
    if (failure !== undefined) return { ok: false, reason: failure }
    if (minutes !== null) asked.minutes.push(minutes)
    setState(minutes === null ? null : { minutes, settling: false })
    return { ok: true }
  }
  const lock: DeviceLock = {
    isOffered: async () => offered,
    state,
    turnOn: change,
    setMinutes: change,
    turnOff: () => change(null),
    lockNow: () => void (asked.locked += 1),
    lockOthers() {},
    lockHere() {},
  }
  return { lock, asked, settle: () => void setState((now) => now && { ...now, settling: false }) }
}
