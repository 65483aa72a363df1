/** The writing half of a session: seals this device's unshared work and sends it in batches. */
import { currentEpoch, roleOf } from '#shared/chain/chain.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import { shortHash } from '#shared/protocol/log.ts'
import { MAX_ITEM_BYTES } from '#shared/protocol/limits.ts'
import { accept, type OpenedEntry } from '#sync/log/accept.ts'
import { cutUpdate } from '#sync/update/cut-update.ts'
import { seenPlace } from '#sync/log/log-state.ts'
import { stripShared } from '#sync/document/unshared-diff.ts'
import { type Clocks, completePart, inspectUpdate, type Inspected } from '#sync/update/update.ts'
import { writeUpdate } from '#sync/update/write-update.ts'
import { holdBatch, scheduleBatch } from './batching.ts'
import { isOutdated, onTopOf } from './in-flight.ts'
import { answered, putInFlight, takeInFlight } from './outcomes.ts'
import { noteRefused, refusalMs } from './refusals.ts'
import type { RefusalReason } from '../../refusal-reason.ts'
import { inFlightOf, type State } from './state.ts'
import { ask, enqueuePush, isRunning, setSharing, startTimer, tellChanged, type Turn } from './turn.ts'
import type { Task } from './work.ts'
import { isWriter, writingKeys } from './writer.ts'

type Doing<Kind> = Extract<Task, { readonly kind: Kind }>
const NOTHING: Inspected = { structs: new Map(), deletes: new Map() }

/** The bytes of an item beside its update: header, salts, nonce, tag, signature. */
const AROUND_BYTES = 512
/** Padding makes an entry at most an eighth longer (Padmé). */
const roomFor = (itemBytes: number): number =>
  Math.floor((Math.min(itemBytes, MAX_ITEM_BYTES) - AROUND_BYTES) * (8 / 9))

/** The most batches in flight: more would only wait at the relay. */
const MAX_IN_FLIGHT = 8

/** The document was edited on this device. */
export const noteEdit = (turn: Turn): void => {
  const { now } = turn.at
  const { edited, edits } = turn.state.sharing
  setSharing(turn, { edited: { first: edited?.first ?? now, last: now }, edits: edits + 1, dirty: true })
  scheduleBatch(turn)
  tellChanged(turn)
}

/** `edits`: the count when the document was asked. A later edit is not part of the answer. */
const allShared = (turn: Turn, edits: number): void => {
  if (edits !== turn.state.sharing.edits) return enqueuePush(turn)
  if (inFlightOf(turn.state).length > 0) return
  setSharing(turn, { dirty: false, blocked: null, edited: null, sharedAt: turn.at.now })
  tellChanged(turn)
}

/** Stops sending and reports why; others' changes still come in. */
const block = (turn: Turn, reason: RefusalReason): void => {
  setSharing(turn, { blocked: reason })
  tellChanged(turn)
}

const saltsOf = (turn: Turn, update: Uint8Array) =>
  [...(inspectUpdate(update)?.structs.keys() ?? [])]
    .map((client) => turn.state.setup.own.salts.get(client))
    .filter((salt) => salt !== undefined)

const sharablePart = (update: Uint8Array<ArrayBuffer>, clocks: Clocks): Uint8Array<ArrayBuffer> | null => {
  const inspected = inspectUpdate(update)
  const { structs, deletes } = inspected === null ? NOTHING : completePart(inspected, clocks)
  return structs.size === 0 && deletes.size === 0 ? null : writeUpdate(structs, deletes)
}

export const push = (turn: Turn): void => {
  const { connection, log } = turn.state
  if (connection.name !== 'live') return
  const pause = refusalMs(turn.state, turn.at.elapsed)
  if (pause > 0) return isRunning(turn, 'batch') ? undefined : startTimer(turn, 'batch', pause)
  const { edits } = turn.state.sharing
  if (!isWriter(turn.state))
    return ask(
      turn,
      { type: 'find-unshared', clocks: log.clocks, deletes: log.deletes },
      { kind: 'looking-for-unshared', edits },
    )
  const writing = writingKeys(turn.state)
  if (writing === null) return
  if (turn.state.sharing.blocked === 'read-only') setSharing(turn, { blocked: null })
  const { blocked } = turn.state.sharing
  if (blocked !== null && blocked !== 'relay-full') return
  if (connection.inFlight.length >= MAX_IN_FLIGHT) return
  const { chain } = writing
  if (isOutdated(connection.inFlight, currentEpoch(chain).number)) return
  const shared = onTopOf(connection.inFlight, log)
  ask(turn, { type: 'diff', clocks: shared.clocks }, { kind: 'diffing', edits, chain, shared })
}

/** A reader either has nothing to share or may not share it. */
export const unsharedFound = (turn: Turn, { edits }: Doing<'looking-for-unshared'>, unshared: boolean): void => {
  if (unshared) block(turn, 'read-only')
  else allShared(turn, edits)
}

/** `answer`: `null` when y-websocket has stopped listening. */
export const diffed = (turn: Turn, { edits, chain, shared }: Doing<'diffing'>, answer: Uint8Array | null): void => {
  const { log, limits, setup, sharing } = turn.state
  const keys = writingKeys(turn.state)?.keys
  if (answer === null || keys === undefined) return
  const whole = stripShared(answer, shared.deletes)
  if (whole === null) return allShared(turn, edits)
  // Edits that refer to text which the relay lost wait until its author's device has given that back (C3).
  const part = sharing.missingFromLog.length === 0 ? whole : sharablePart(whole, shared.clocks)
  if (part === null) return
  const room = roomFor(limits.itemBytes)
  const update = part.length <= room ? part : cutUpdate(part, shared.clocks, room)
  if (update === null) return block(turn, 'too-large')
  const { now } = turn.at
  const { first, last } = sharing.edited ?? { first: now, last: now }
  setSharing(turn, { edited: null })
  const header = {
    type: 'update',
    workspace: setup.workspace,
    epoch: currentEpoch(chain).number,
    author: setup.me,
    seen: seenPlace(log),
    lastRecord: { number: chain.number, hash: shortHash(chain.hash) },
  } as const
  const content = {
    salts: saltsOf(turn, update),
    firstEdit: first,
    lastEdit: Math.max(first, last),
    schema: setup.schema,
    update,
  }
  const opened: OpenedEntry = { header, signed: true, content }
  // An entry that the others would skip must never leave.
  const verdict = accept({ ...log, clocks: shared.clocks }, opened)
  if (!verdict.accepted) return block(turn, 'damaged')
  ask(turn, { type: 'seal-entry', keys, header, content }, { kind: 'sealing', opened, inspected: verdict.inspected })
}

export const entrySealed = (
  turn: Turn,
  { opened, inspected }: Doing<'sealing'>,
  bytes: Uint8Array<ArrayBuffer>,
): void => {
  putInFlight(turn, { kind: 'entry', bytes, opened, inspected })
  tellChanged(turn)
}

/** The reason shown to the author of a refused entry; `null`: none, because the cause passes by itself. */
const SAID: Readonly<Record<Refusal, RefusalReason | null>> = {
  'workspace-full': 'full',
  'relay-full': 'relay-full',
  'too-large': 'too-large',
  /** The relay does not know this entry, and never will. */
  malformed: 'outdated-app',
  /** Another record came first; once it arrives, the entry is sent again. */
  'not-allowed': null,
  stale: null,
  /** Sent too fast: only waiting helps. */
  rate: null,
  /** Only records are refused so, and their requesters are told. */
  invalid: null,
  expired: null,
}

/** Below this part of a full log, a log without room means that one person's share of it is used up (S8). Owners have all of it. */
const NEARLY_FULL = 0.8

const saidOf = ({ log, limits, setup }: State, reason: Refusal): RefusalReason | null => {
  const hasShare = log.chain !== null && roleOf(log.chain, setup.me) !== 'owner'
  const isOwnShare = reason === 'workspace-full' && hasShare && log.bytes < limits.logBytes * NEARLY_FULL
  return isOwnShare ? 'share-full' : SAID[reason]
}

/** Handles a refusal: the edits are still in the document, and are sent again when that can help. */
const refusedEntry = (turn: Turn, reason: Refusal): void => {
  const said = saidOf(turn.state, reason)
  if (said !== null) block(turn, said)
  if (said === null || said === 'relay-full') holdBatch(turn, refusalMs(turn.state, turn.at.elapsed))
  tellChanged(turn)
}

export const takeRefused = (turn: Turn, reason: Refusal): void => {
  const sent = takeInFlight(turn)
  noteRefused(turn, reason)
  if (sent === null || sent.kind === 'entry') return refusedEntry(turn, reason)
  // A refused checkpoint loses nothing: another one was first, or the log has no room.
  if (sent.kind === 'record') answered(turn, sent.purpose, reason)
  if (inFlightOf(turn.state).length === 0) enqueuePush(turn) // edits that could not build on it may leave now
}
