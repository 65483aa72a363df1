/** Presence that claims to be another member's, or is malformed. */
import { currentEpoch } from '#shared/chain/chain.ts'
import { craftAwareness } from '#sync/testing/craft-awareness.ts'
import { sealPresence } from '#sync/presence/presence.ts'
import type { Chance } from '../../testing/chance.ts'
import type { Knowledge, HostileMember } from './member.ts'

/** In every state that she sends; under another's clientID it must never be shown. */
export const SQUAT = 'squatted'

export const makePresence = async (
  { chain, keys, salt, client, foreign, state }: Knowledge,
  { person }: HostileMember,
  chance: Chance,
): Promise<{ readonly epoch: number; readonly sealed: Uint8Array<ArrayBuffer> } | null> => {
  const epoch = currentEpoch(chain).number
  const json = chance.pick([
    JSON.stringify({ user: { name: SQUAT } }),
    `{"__proto__":{"${SQUAT}":1},"cursor":{"anchor":"${SQUAT}"}}`,
    `["${SQUAT}"]`,
    `${SQUAT} is no JSON`,
    '1e999',
  ])
  const states = chance.pick([[foreign], [client, foreign], [client]]) ?? []
  const update = craftAwareness(...states.map((each) => ({ client: each, clock: chance.number(1, 2 ** 30), json: json ?? '' }))) // prettier-ignore
  const place = { workspace: state.workspace, epoch, author: person.id }
  const sealed = chance.happens(0.2)
    ? chance.bytes(chance.number(0, 300))
    : await sealPresence(keys, place, salt, update, chance.bytes)
  return sealed && { epoch, sealed }
}
