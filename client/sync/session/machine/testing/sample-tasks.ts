/** Every task with its answer: the other half of the samples behind the table of transitions. */
import { EMPTY_RING } from '#keys/key-ring.ts'
import type { Happening } from '../events.ts'
import type { ConnectionName, State } from '../state.ts'
import type { Ticket } from '../ticket.ts'
import type { Doing } from '../work.ts'
import { BYTES, chain, ENTRY, epoch, keys, log, opened, RECORD, stateNamed, worker } from './samples.ts'

const task: Ticket = { what: 'task', generation: 0, sequence: 1 }
const item = { seq: log.seq + 1, bytes: ENTRY, at: 1 }
const reading = { rest: [], own: null }
const preview = { seq: log.seq, digest: new Uint8Array(32), author: worker.id }
const shared = { clocks: new Map<number, number>(), deletes: new Map() }
const hello = {
  version: 1,
  identity: { kind: 'person', person: worker.id },
  workspace: chain.workspace,
  since: 0,
  logHash: new Uint8Array(16),
  start: 'log',
  root: null,
} as const
const EMPTY_UPDATE = Uint8Array.of(0, 0)

/** Every task, the state in which it runs, and the answer that it waits for. */
export const TASKS: readonly { readonly doing: Doing; readonly where: ConnectionName; readonly answer: Happening }[] = [
  {
    doing: { kind: 'signing', hello },
    where: 'greeting',
    answer: { type: 'hello-signed', ticket: task, signature: BYTES },
  },
  {
    doing: { kind: 'opening', run: [item], reading },
    where: 'pulling',
    answer: { type: 'entries-opened', ticket: task, results: [{ ok: false }] },
  },
  {
    doing: { kind: 'checking', item: { ...item, bytes: RECORD }, reading },
    where: 'pulling',
    answer: {
      type: 'record-checked',
      ticket: task,
      result: { ok: false, reason: 'malformed' },
      ring: EMPTY_RING,
    },
  },
  {
    doing: { kind: 'replaying', reading },
    where: 'pulling',
    answer: { type: 'replayed', ticket: task, missing: [EMPTY_UPDATE], isTrue: true },
  },
  {
    doing: { kind: 'applying', reading },
    where: 'live',
    answer: { type: 'applied', ticket: task, deletes: new Map() },
  },
  {
    doing: { kind: 'comparing', next: 'reading' },
    where: 'live',
    answer: { type: 'missing-found', ticket: task, clients: [] },
  },
  {
    doing: { kind: 'comparing', next: 'going-live' },
    where: 'live',
    answer: { type: 'missing-found', ticket: task, clients: [] },
  },
  {
    doing: { kind: 'looking-for-unshared', edits: 0 },
    where: 'live',
    answer: { type: 'unshared-found', ticket: task, unshared: true },
  },
  {
    doing: { kind: 'diffing', edits: 0, chain, shared },
    where: 'live',
    answer: { type: 'diffed', ticket: task, answer: EMPTY_UPDATE },
  },
  {
    doing: { kind: 'sealing', opened, inspected: { structs: new Map(), deletes: new Map() } },
    where: 'live',
    answer: { type: 'entry-sealed', ticket: task, bytes: ENTRY },
  },
  {
    doing: { kind: 'copying' },
    where: 'live',
    answer: { type: 'document-copied', ticket: task, update: EMPTY_UPDATE },
  },
  {
    doing: { kind: 'sealing-checkpoint', opened },
    where: 'live',
    answer: { type: 'entry-sealed', ticket: task, bytes: ENTRY },
  },
  {
    doing: { kind: 'making', purpose: { kind: 'request', request: 1, key: 'current', tries: 1 } },
    where: 'live',
    answer: { type: 'record-made', ticket: task, bytes: RECORD },
  },
  {
    doing: { kind: 'making', purpose: { kind: 'epoch', tries: 1 } },
    where: 'live',
    answer: { type: 'record-not-made', ticket: task },
  },
  {
    doing: { kind: 'sealing-presence', epoch },
    where: 'live',
    answer: { type: 'presence-sealed', ticket: task, sealed: BYTES },
  },
  {
    doing: { kind: 'opening-presence', frame: { type: 'presence', author: worker.id, epoch, sealed: BYTES } },
    where: 'live',
    answer: { type: 'presence-opened', ticket: task, opened: { client: 2, update: BYTES } },
  },
  {
    doing: { kind: 'settling-replay', isLie: true },
    where: 'pulling',
    answer: { type: 'replay-settled', ticket: task, document: EMPTY_UPDATE, lost: '' },
  },
  {
    doing: { kind: 'loading', request: 1 },
    where: 'refused',
    answer: { type: 'records-loaded', ticket: task, known: null },
  },
  {
    doing: { kind: 'opening-checkpoint' },
    where: 'looking',
    answer: { type: 'checkpoint-opened', ticket: task, opened: { ok: true, preview, updates: [] } },
  },
  {
    doing: { kind: 'keeping-checkpoint', preview, updates: [EMPTY_UPDATE] },
    where: 'looking',
    answer: { type: 'cursor-kept', ticket: task, ok: true },
  },
  {
    doing: { kind: 'leaving', keys, epoch, salt: new Uint8Array(8) },
    where: 'leaving',
    answer: { type: 'awareness-left', ticket: task, update: EMPTY_UPDATE },
  },
  {
    doing: { kind: 'saying-goodbye', epoch },
    where: 'leaving',
    answer: { type: 'presence-sealed', ticket: task, sealed: BYTES },
  },
]

/** The state in which this task waits. */
export const stateWaiting = (where: ConnectionName, doing: Doing): State => ({
  ...stateNamed(where),
  task: { ...doing, ticket: task },
})
export const TASK_TICKET = task
