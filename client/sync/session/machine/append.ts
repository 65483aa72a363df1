/** Records that this device adds to the chain. Each record is made for the chain as it stands when its turn comes. */
import { expiredInvitations } from '#shared/chain/chain.ts'
import { currentKeys, newestSecret } from '#keys/key-ring.ts'
import { isEpochDue, scheduleEpoch } from './epochs.ts'
import type { Purpose } from './in-flight.ts'
import { answered, putInFlight } from './outcomes.ts'
import { REFUSED_MS } from './refusals.ts'
import { liveChain } from './state.ts'
import { ask, type Turn } from './turn.ts'
import { relayNow } from './writer.ts'

export const append = (turn: Turn, purpose: Purpose): void => {
  const { state } = turn
  const chain = liveChain(state)
  if (chain === null) return answered(turn, purpose, 'offline')
  switch (purpose.kind) {
    case 'request': {
      const { key } = purpose
      const secret = key === 'newest' ? newestSecret(state.ring) : (currentKeys(state.ring, chain)?.secret ?? null)
      if (secret === null && key !== 'none') return answered(turn, purpose, 'not-allowed')
      return ask(turn, { type: 'make-record', request: purpose.request, chain, secret }, { kind: 'making', purpose })
    }
    case 'epoch': {
      const secret = newestSecret(state.ring)
      if (secret === null) return answered(turn, purpose, 'not-allowed')
      if (!isEpochDue(turn, chain)) return answered(turn, purpose, 'done')
      const ended = expiredInvitations(chain, relayNow(state, turn.at))
      return ask(turn, { type: 'make-epoch', chain, secret, ended }, { kind: 'making', purpose })
    }
    case 'repair':
      throw new Error('What the relay lost is given back as it was.')
  }
}

/** Takes the made record; `null` when it makes no sense any more. */
export const recordMade = (turn: Turn, purpose: Purpose, bytes: Uint8Array<ArrayBuffer> | null): void => {
  if (bytes === null) answered(turn, purpose, 'done')
  else putInFlight(turn, { kind: 'record', bytes, purpose })
}

/** The maker has told its requester of the failure; an epoch is tried again. */
export const recordNotMade = (turn: Turn, purpose: Purpose): void => {
  if (purpose.kind === 'epoch') scheduleEpoch(turn, REFUSED_MS)
}
