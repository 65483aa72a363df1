/** Records that this device adds to the chain: on request, and the epoch that follows a join or an end by itself (R4). */
import { type Chain, expiredInvitations, needsEpoch, openInvitations, roleOf } from '#shared/chain/chain.ts'
import { mayWrite } from '#shared/chain/roles.ts'
import type { EpochSecret } from '#keys/content-keys.ts'
import { makeEpoch } from '#keys/make-records.ts'
import type { Stop } from './environment.ts'
import type { RecordOutcome } from './in-flight.ts'
import { liveChain, type SessionCore, writingKeys } from './session-core.ts'

/** Somebody else's record was first: read again and make it anew, this many times. */
const MAX_TRIES = 5
/** The owner's device renews the key first, in ms; an editor's only when no owner's is there. Spread, so that few collide. */
const OWNER_DELAY_MS = 200
const EDITOR_DELAY_MS = 2_500
const SPREAD_MS = 800
/** Expiry is looked at again after at most this long, in ms: a device's timers sleep with it. */
const EXPIRY_CHECK_MS = 60_000

/** Makes a record for the chain as it is when its turn comes. `null`: it makes no sense any more. */
export type MakeRecord = (chain: Chain, secret: EpochSecret) => Promise<Uint8Array<ArrayBuffer> | null>

const appendOnce = (core: SessionCore, make: MakeRecord): Promise<RecordOutcome> =>
  new Promise((answered) => {
    core.queue.add(async () => {
      const { link } = core
      const writing = writingKeys(core)
      if (link.name !== 'live') return answered('offline')
      if (writing === null) return answered('not-allowed')
      const bytes = await make(writing.chain, writing.keys.secret)
      if (bytes === null) return answered('done')
      if (core.link !== link) return answered('offline')
      core.inFlight.add({ kind: 'record', bytes, answered })
      link.connection.send({ type: 'append', item: bytes })
    })
  })

/** 'invalid' only after several tries on a chain that others kept moving, or when a rule forbids it. */
export const appendRecord = async (core: SessionCore, make: MakeRecord): Promise<RecordOutcome> => {
  for (let tries = 1; ; tries++) {
    const outcome = await appendOnce(core, make)
    if (outcome !== 'invalid' || tries === MAX_TRIES) return outcome
  }
}

const renewEpoch = (core: SessionCore): Promise<RecordOutcome> =>
  appendRecord(core, async (chain, secret) => {
    const now = core.environment.now()
    if (!needsEpoch(chain, now)) return null
    const endedInvitations = expiredInvitations(chain, now).map(({ locator }) => locator)
    return makeEpoch(chain, core.holder, secret, { endedPersons: [], endedInvitations }, core.environment.randomBytes)
  })

const waiting = new WeakMap<SessionCore, Stop>()

export const stopEpochs = (core: SessionCore): void => {
  waiting.get(core)?.()
  waiting.delete(core)
}

/** Looks whether a new epoch is due, now and when the next invitation expires. */
export const scheduleEpoch = (core: SessionCore): void => {
  const chain = liveChain(core)
  const role = chain && roleOf(chain, core.holder.id)
  stopEpochs(core)
  if (chain === null || role === null || !mayWrite(role)) return
  const { environment } = core
  const due = needsEpoch(chain, environment.now())
  if (!due && openInvitations(chain).length === 0) return
  const delay = (role === 'owner' ? OWNER_DELAY_MS : EDITOR_DELAY_MS) + environment.random() * SPREAD_MS
  const next = Math.min(...openInvitations(chain).map(({ expiresAt }) => expiresAt)) - environment.now()
  const wait = due ? delay : Math.min(EXPIRY_CHECK_MS, Math.max(next, 0) + delay)
  waiting.set(
    core,
    environment.after(wait, () => void (due ? renewEpoch(core) : scheduleEpoch(core))),
  )
}
