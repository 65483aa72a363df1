/** Limits shared by all connections of a relay: places, new workspaces, appends (S8). Keeps counts, knows no connection. */
import type { Identity } from '#shared/protocol/app-frames.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { BURST_SECONDS, type LimitName, type RelayLimits } from './limits.ts'
import { createSlots, createQuota, createRates, type Rate } from './rate.ts'

export type Allowances = {
  /** Takes a place for one more connection of this person or invitation. `false`: all are taken. */
  enter(identity: Identity): boolean
  /** Gives it back. */
  leave(identity: Identity): void
  /** Whether this address may create one more workspace. `''` is this machine itself, which is not counted. */
  mayBegin(address: string): boolean
  /** Whether so many more frames are allowed, whatever they say. */
  maySay(identity: Identity, frames: number): boolean
  /** Called with the bytes that begin to wait for their commit, and with a negative number when they no longer do. */
  waits(bytes: number): void
  mayAppend(identity: Identity, workspace: WorkspaceId, bytes: number): boolean
}
export type AllowancesOptions = {
  readonly limits: RelayLimits
  /** ms. */
  readonly now: () => number
  readonly met: (limit: LimitName) => void
}

const HOUR_MS = 60 * 60_000
const rateOf = (perSecond: number): Rate => ({ burst: perSecond * BURST_SECONDS, perSecond })
const keyOf = (identity: Identity): string => (identity.kind === 'person' ? identity.person : identity.locator)

export const createAllowances = ({ limits, now, met }: AllowancesOptions): Allowances => {
  const places = createSlots(limits.personSockets)
  const begun = createQuota(limits.newWorkspaces, HOUR_MS)
  const personFrames = createRates(rateOf(limits.personFrames))
  const personAppends = createRates(rateOf(limits.personAppends))
  const personBytes = createRates(rateOf(limits.personBytes))
  const workspaceAppends = createRates(rateOf(limits.workspaceAppends))
  let waitingBytes = 0
  const told = (limit: LimitName, isWithin: boolean): boolean => {
    if (!isWithin) met(limit)
    return isWithin
  }
  return {
    enter: (identity) => told('personSockets', places.take(keyOf(identity))),
    leave: (identity) => places.leave(keyOf(identity)),
    mayBegin: (address) => told('newWorkspaces', address === '' || begun(address, now())),
    maySay: (identity, count) => told('personFrames', personFrames.take(keyOf(identity), now(), count)),
    waits: (bytes) => void (waitingBytes += bytes),
    mayAppend(identity, workspace, bytes) {
      const [person, at] = [keyOf(identity), now()]
      return (
        told('allWaitingBytes', waitingBytes + bytes <= limits.allWaitingBytes) &&
        told('personAppends', personAppends.take(person, at)) &&
        told('personBytes', personBytes.take(person, at, bytes)) &&
        told('workspaceAppends', workspaceAppends.take(workspace, at))
      )
    },
  }
}
