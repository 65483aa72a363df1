/** Peers with a plan each, who hear of each other only when told. They use no network, no clock and only repeatable randomness. */
import * as Y from 'yjs'
import { createPlanDoc, type PlanDoc } from '../document/plan-doc.ts'
import type { Randomness } from '../document/values.ts'

export type Peer = { readonly doc: PlanDoc; readonly randomness: Randomness }

/** Numbered draws, so that a failing run is the same run again. Lehmer's generator with the factor of Park and Miller. */
export const createRandomness = (seed: number): Randomness => {
  let next = ((seed + 1) * 48_271) % 2_147_483_647
  const draw = (): number => (next = (next * 48_271) % 2_147_483_647) >> 16
  return { randomBytes: (length) => new Uint8Array(length).map(draw) }
}

/** `seed` decides whose value comes first, because names of values are random and their order is by name. */
export const createPeer = (client: number, seed: number = client): Peer => ({
  doc: createPlanDoc(client),
  randomness: createRandomness(seed),
})

/** Reopens a peer, as from the local copy of a device. */
export const reopen = (peer: Peer, client: number): Peer => {
  const again = createPeer(client)
  Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(peer.doc))
  return again
}

export const deliver = (from: Peer, to: Peer): void =>
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'network')

/** Delivers all updates to everybody. */
export const meet = (...peers: readonly Peer[]): void => {
  for (const from of peers) for (const to of peers) if (from !== to) deliver(from, to)
  for (const from of peers) for (const to of peers) if (from !== to) deliver(from, to)
}

/** Two people who begin with the same plan. */
export const createPair = (seed = 0): [worker: Peer, resident: Peer] => [
  createPeer(1, seed * 2 + 1),
  createPeer(2, seed * 2 + 2),
]
