/** Records that this device adds to the chain: on request, and the epoch that follows a join or an end by itself (R4). */
import { type Chain, expiredInvitations, needsEpoch, openInvitations, roleOf } from '#shared/chain/chain.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import type { EpochSecret } from '#keys/content-keys.ts'
import { currentKeys, type KeyRing, newestSecret } from '#keys/key-ring.ts'
import { makeEpoch } from '#keys/make-records.ts'
import { REFUSED_MS } from './batching.ts'
import type { Stop } from '../environment.ts'
import type { RecordOutcome } from './in-flight.ts'
import { liveChain, relayNow, type SessionCore } from './session-core.ts'

/** Somebody else's record was first: read again and make it anew, this many times. */
const MAX_TRIES = 5
/** The owner's device renews the key first, in ms; an editor's only when no owner's is there. Spread, so that few collide. */
const OWNER_DELAY_MS = 200
const EDITOR_DELAY_MS = 2_500
const SPREAD_MS = 800
/** Whoever can open the epoch may be about to renew it; who cannot waits this long, in ms. */
const HEAL_DELAY_MS = 5_000
/** Expiry is looked at again after at most this long, in ms: a device's timers sleep with it. */
const EXPIRY_CHECK_MS = 60_000

/** Makes a record for the chain as it is when its turn comes. `null`: it makes no sense any more. */
export type MakeRecord = (chain: Chain, secret: EpochSecret) => Promise<Uint8Array<ArrayBuffer> | null>

/** The key a record is made with. */
type ChooseSecret = (ring: KeyRing, chain: Chain) => EpochSecret | null
const currentSecret: ChooseSecret = (ring, chain) => currentKeys(ring, chain)?.secret ?? null

const makeAndSend = async (
  core: SessionCore,
  make: MakeRecord,
  chooseSecret: ChooseSecret,
  answered: (outcome: RecordOutcome) => void,
): Promise<void> => {
  const { link } = core
  const chain = liveChain(core)
  if (link.name !== 'live' || chain === null) return answered('offline')
  const secret = chooseSecret(core.follower.ring(), chain)
  if (secret === null) return answered('not-allowed')
  const bytes = await make(chain, secret)
  if (bytes === null) return answered('done')
  if (core.link !== link) return answered('offline')
  core.inFlight.add({ kind: 'record', bytes, answered })
  link.connection.send({ type: 'append', item: bytes })
}

const appendOnce = (core: SessionCore, make: MakeRecord, chooseSecret: ChooseSecret): Promise<RecordOutcome> =>
  new Promise((answered, failed) => {
    core.queue.add(() => makeAndSend(core, make, chooseSecret, answered).catch(failed))
  })

/** 'invalid' only after several tries on a chain that others kept moving, or when a rule forbids it. */
export const appendRecord = async (
  core: SessionCore,
  make: MakeRecord,
  chooseSecret: ChooseSecret = currentSecret,
): Promise<RecordOutcome> => {
  for (let tries = 1; ; tries++) {
    const outcome = await appendOnce(core, make, chooseSecret)
    if (outcome !== 'invalid' || tries === MAX_TRIES) return outcome
  }
}

/** An epoch that I cannot open is as good as none: R2, "healed by the next epoch". */
const isDue = (core: SessionCore, chain: Chain): boolean =>
  needsEpoch(chain, relayNow(core)) || currentKeys(core.follower.ring(), chain) === null

const renewEpoch = async (core: SessionCore): Promise<void> => {
  const make: MakeRecord = async (chain, secret) => {
    if (!isDue(core, chain)) return null
    const endedInvitations = expiredInvitations(chain, relayNow(core)).map(({ locator }) => locator)
    return makeEpoch(chain, core.holder, secret, { endedPersons: [], endedInvitations }, core.environment.randomBytes)
  }
  const outcome = await appendRecord(core, make, newestSecret).catch(core.environment.report)
  scheduleEpoch(core, outcome === 'done' ? 0 : REFUSED_MS)
}

const waiting = new WeakMap<SessionCore, Stop>()

export const stopEpochs = (core: SessionCore): void => {
  waiting.get(core)?.()
  waiting.delete(core)
}

/** Looks whether a new epoch is due, now and when the next invitation expires. `leastMs`: none is written before. */
export const scheduleEpoch = (core: SessionCore, leastMs = 0): void => {
  const chain = liveChain(core)
  const role = chain && roleOf(chain, core.holder.id)
  stopEpochs(core)
  if (chain === null || role === null || chain.closed || !mayWrite(role)) return
  const { environment } = core
  const due = isDue(core, chain)
  if (!due && openInvitations(chain).length === 0) return
  const unreadable = currentKeys(core.follower.ring(), chain) === null
  const base = unreadable ? HEAL_DELAY_MS : role === 'owner' ? OWNER_DELAY_MS : EDITOR_DELAY_MS
  const delay = Math.max(base, leastMs) + environment.random() * SPREAD_MS
  const next = Math.min(...openInvitations(chain).map(({ expiresAt }) => expiresAt)) - relayNow(core)
  const wait = due ? delay : Math.min(EXPIRY_CHECK_MS, Math.max(next, 0) + delay)
  waiting.set(
    core,
    environment.after(wait, () => void (due ? renewEpoch(core) : scheduleEpoch(core))),
  )
}
