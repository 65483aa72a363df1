/** Two devices of one person, who hear of each other only when told, and what screens show of their home. */
import * as Y from 'yjs'
import { toPersonId, toWorkspaceId } from '#shared/protocol/ids.ts'
import { createRandomness } from './peers.ts'
import { createHomeDoc, type HomeDoc } from '../home/home-doc.ts'
import { readMyDetails } from '../home/my-details.ts'
import { readMyPlans } from '../home/my-plans.ts'
import { readNotes } from '../home/notes.ts'
import { readSeen } from '../home/seen.ts'

export const DAY_MS = 86_400_000
export const NOW = 1_795_000_000_000
export const PLANS = [1, 2, 3].map((fill) => toWorkspaceId(new Uint8Array(16).fill(fill)))
export const [plan, otherPlan] = PLANS as [(typeof PLANS)[0], (typeof PLANS)[0]]
const person = toPersonId(new Uint8Array(16).fill(9))
export const place = { plan, person }

export type Device = { readonly doc: HomeDoc; readonly randomness: ReturnType<typeof createRandomness> }
export const createDevice = (client: number, seed = client): Device => ({
  doc: createHomeDoc(client),
  randomness: createRandomness(seed),
})
export const deliver = (from: Device, to: Device): void =>
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)))
export const meet = (one: Device, other: Device): void => {
  deliver(one, other)
  deliver(other, one)
}
export const pair = (seed = 0): [phone: Device, laptop: Device] => [
  createDevice(1, seed * 2),
  createDevice(2, seed * 2 + 1),
]
export const vector = (clocks: Readonly<Record<number, number>>): Uint8Array =>
  Y.encodeStateVector(new Map(Object.entries(clocks).map(([client, clock]) => [Number(client), clock])))
export const clocksOf = (seen: Uint8Array | null) =>
  seen === null ? null : Object.fromEntries(Y.decodeStateVector(seen))

/** Everything that screens show of a home. */
export const readAll = (doc: HomeDoc, now: number) => ({
  me: readMyDetails(doc),
  plans: readMyPlans(doc),
  seen: PLANS.map((id) => clocksOf(readSeen(doc, id))),
  notes: readNotes(doc, now),
})
