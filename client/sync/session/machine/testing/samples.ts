/** Samples for the table of transitions: a session in each of its states, and one of each event. */
import { GrowingMap } from '#shared/chain/growing-map.ts'
import { currentEpoch } from '#shared/chain/chain.ts'
import { shortHash } from '#shared/protocol/log.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import { deriveEpochKeys } from '#keys/content-keys.ts'
import { createCircleOfThree, holderOf } from '#keys/testing/circle.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import { craftAwareness } from '#sync/testing/craft-awareness.ts'
import type { Happening } from '../events.ts'
import type { Connection, ConnectionName, State } from '../state.ts'
import { SESSION_TIMERS, TABLE } from '../table.ts'
import type { Ticket, TimerName } from '../ticket.ts'
import { firstState } from './drive.ts'

const circle = await createCircleOfThree()
export const chain = circle.chain()
export const keys = await deriveEpochKeys(circle.secret(), chain.workspace)
export const epoch = currentEpoch(chain).number
export const worker = await holderOf('worker')
export const BYTES = new Uint8Array(64)
export const ENTRY = Uint8Array.of(1, 2, 3)
export const RECORD = circle.records[0] ?? BYTES
const place = { number: 0, hash: new Uint8Array(16) }
const header = {
  type: 'update',
  workspace: chain.workspace,
  epoch,
  author: worker.id,
  seen: place,
  lastRecord: place,
} as const
export const opened = { header, signed: true, content: null }
const sent = { kind: 'entry', bytes: ENTRY, opened, inspected: { structs: new Map(), deletes: new Map() } } as const

const CONNECTIONS: Readonly<Record<ConnectionName, Connection>> = {
  looking: { name: 'looking', before: 0, tries: 1, greeted: true, items: [], bytes: 0 },
  waiting: { name: 'waiting', socket: 1 },
  greeting: { name: 'greeting', socket: 1 },
  pulling: { name: 'pulling', socket: 1 },
  repairing: {
    name: 'repairing',
    socket: 1,
    inFlight: [{ kind: 'record', bytes: RECORD, purpose: { kind: 'repair' } }],
  },
  live: {
    name: 'live',
    socket: 1,
    inFlight: [sent],
    presence: { waiting: BYTES, sentAt: -Infinity },
    greetedEpoch: epoch,
    settling: [],
  },
  leaving: { name: 'leaving', socket: 1 },
  refused: { name: 'refused', reason: 'log-differs' },
  'checkpoint-rejected': { name: 'checkpoint-rejected' },
  stopped: { name: 'stopped' },
}
export const NAMES = Object.keys(CONNECTIONS) as readonly ConnectionName[]

export const log = {
  ...startOfLog(chain.workspace),
  seq: circle.records.length,
  chain,
  recordHashes: circle.records.map(() => new Uint8Array(32)),
}
const TIMERS: readonly TimerName[] = [
  'batch',
  'cursor',
  'epoch',
  'checkpoint',
  'presence',
  'ping',
  'pong',
  'answer',
  'retry',
  'give-back',
  'look',
]

/** The worker's session, with all records read and every timer running. */
export const stateNamed = (name: ConnectionName): State =>
  firstState({
    connection: CONNECTIONS[name],
    log,
    ring: { keys: GrowingMap.of([[epoch, keys]]), faults: [] },
    repair: name === 'repairing' ? { root: null, records: circle.records, read: [] } : null,
    timers: Object.fromEntries([...SESSION_TIMERS, ...TABLE[name].timers].map((timer) => [timer, 1])),
  })

const connection: Ticket = { what: 'connection', generation: 0, sequence: 1 }
const FRAMES: readonly RelayFrame[] = [
  { type: 'challenge', version: 1, nonce: new Uint8Array(32), limits: { itemBytes: 1, logBytes: 1 } },
  { type: 'items', firstSeq: log.seq + 1, items: [{ receivedAt: 1, bytes: ENTRY }] },
  { type: 'live', head: log.seq, logHash: shortHash(log.hash), now: 1 },
  { type: 'committed', seq: log.seq + 1, receivedAt: 1 },
  { type: 'refused', reason: 'relay-full' },
  { type: 'presence', author: worker.id, epoch, sealed: BYTES },
  { type: 'workspaces', ids: [] },
  { type: 'pong' },
]

type Sample = { readonly title: string; readonly event: Happening }

/** The events from the world, by their names in the table. */
export const EVENTS: readonly Sample[] = [
  { title: 'start', event: { type: 'start', mayLook: false } },
  { title: 'start, new here', event: { type: 'start', mayLook: true } },
  { title: 'edited', event: { type: 'edited' } },
  { title: 'socket asked', event: { type: 'socket-asked', socket: 2 } },
  { title: 'socket left', event: { type: 'socket-left', socket: 1 } },
  { title: 'awareness', event: { type: 'awareness', update: craftAwareness({ client: 1, json: '{}' }), people: 2 } },
  { title: 'client-changed', event: { type: 'client-changed', own: { salts: new Map(), current: 2 } } },
  { title: 'append', event: { type: 'append', request: 1, key: 'current' } },
  { title: 'flush', event: { type: 'flush' } },
  { title: 'reconnect', event: { type: 'reconnect' } },
  { title: 'repair', event: { type: 'repair', request: 1 } },
  { title: 'settle', event: { type: 'settle', request: 1 } },
  { title: 'stop', event: { type: 'stop', people: 2 } },
  { title: 'bug', event: { type: 'bug' } },
  ...FRAMES.map((frame) => ({
    title: `frame: ${frame.type}`,
    event: { type: 'message', ticket: connection, frames: [frame] } as const,
  })),
  { title: 'no frames', event: { type: 'message', ticket: connection, frames: null } },
  { title: 'closed: removed', event: { type: 'closed', ticket: connection, code: 4403 } },
  { title: 'closed: lost', event: { type: 'closed', ticket: connection, code: 1006 } },
  { title: 'network lost', event: { type: 'network-lost', ticket: connection } },
  ...TIMERS.map((name) => ({
    title: `timer: ${name}`,
    event: { type: 'timer', ticket: { what: 'timer', name, generation: 0, sequence: 1 } } as const,
  })),
]
