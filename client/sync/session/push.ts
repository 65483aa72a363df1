/** The writing half of a session: what the log has not of this device's work, sealed and sent in batches. */
import { currentEpoch } from '#shared/chain/chain.ts'
import type { Refusal } from '#shared/protocol/relay-frames.ts'
import { shortHash } from '#shared/protocol/log.ts'
import { MAX_ITEM_BYTES } from '#shared/protocol/limits.ts'
import { accept, type OpenedEntry } from '../log/accept.ts'
import { REFUSED_MS } from './batching.ts'
import { cutUpdate } from '../update/cut-update.ts'
import { seenPlace } from '../log/log-state.ts'
import { ownStateVector, stripShared, withoutPending } from '../document/unshared-diff.ts'
import { sealEntry } from '../log/sealing.ts'
import { isWriter, type SessionCore, writingKeys } from './session-core.ts'
import type { RefusalReason } from './refusal-reason.ts'
import { hasUnshared } from '../document/snapshot.ts'
import { type Clocks, completePart, inspectUpdate, type Inspected } from '../update/update.ts'
import { writeUpdate } from '../update/write-update.ts'

const NOTHING: Inspected = { structs: new Map(), deletes: new Map() }

/** What goes around an update in an item, in bytes: header, salts, nonce, tag, signature. */
const AROUND_BYTES = 512
/** Padding makes it at most an eighth longer (Padmé). */
const roomFor = (itemBytes: number): number =>
  Math.floor((Math.min(itemBytes, MAX_ITEM_BYTES) - AROUND_BYTES) * (8 / 9))

/** Batches on their way at most: more would only wait at the relay. */
const MAX_IN_FLIGHT = 8

const allShared = (core: SessionCore): void => {
  if (core.inFlight.size() > 0) return
  core.dirty = false
  core.stuck = null
  core.edited = null
  core.sharedAt = core.environment.now()
  core.changed()
}

/** Nothing more leaves, and that is said; what others write still comes in. */
const stopPushing = (core: SessionCore, reason: RefusalReason): void => {
  core.stuck = reason
  core.changed()
}

const saltsOf = (core: SessionCore, update: Uint8Array) =>
  [...(inspectUpdate(update)?.structs.keys() ?? [])]
    .map((client) => core.own.salts.get(client))
    .filter((salt) => salt !== undefined)

const sharablePart = (update: Uint8Array<ArrayBuffer>, clocks: Clocks): Uint8Array<ArrayBuffer> | null => {
  const inspected = inspectUpdate(update)
  const { structs, deletes } = inspected === null ? NOTHING : completePart(inspected, clocks)
  return structs.size === 0 && deletes.size === 0 ? null : writeUpdate(structs, deletes)
}

const sendBatch = async (core: SessionCore): Promise<void> => {
  const { link, follower, environment } = core
  const writing = writingKeys(core)
  if (link.name === 'live' && !isWriter(core)) {
    const unshared = hasUnshared(core.doc, core.own.salts.keys(), follower.state)
    return unshared ? stopPushing(core, 'read-only') : allShared(core)
  }
  if (core.stuck === 'read-only' && writing !== null) core.stuck = null
  if (link.name !== 'live' || writing === null || (core.stuck !== null && core.stuck !== 'relay-full')) return
  if (core.inFlight.size() >= MAX_IN_FLIGHT) return
  const { chain, keys } = writing
  const epoch = currentEpoch(chain).number
  if (core.inFlight.isOutdated(epoch)) return
  const { state } = follower
  const shared = core.inFlight.onTopOf(state)
  const stateVector = ownStateVector(core.doc, core.own.salts, shared.clocks)
  const answer = withoutPending(core.doc, () => link.socket.ask(stateVector))
  if (answer === null) return
  const whole = stripShared(answer, shared.deletes)
  if (whole === null) return allShared(core)
  // What hangs on text that the relay lost waits until its author's device has brought that back (C3).
  const part = core.lacking.length === 0 ? whole : sharablePart(whole, shared.clocks)
  if (part === null) return
  const room = roomFor(core.limits.itemBytes)
  const update = part.length <= room ? part : cutUpdate(part, shared.clocks, room)
  if (update === null) return stopPushing(core, 'too-large')
  const now = environment.now()
  const { first, last } = core.edited ?? { first: now, last: now }
  core.edited = null
  const header = {
    type: 'update',
    workspace: core.workspace,
    epoch,
    author: core.holder.id,
    seen: seenPlace(state),
    lastRecord: { number: chain.number, hash: shortHash(chain.hash) },
  } as const
  const content = {
    salts: saltsOf(core, update),
    firstEdit: first,
    lastEdit: Math.max(first, last),
    schema: core.schema,
    update,
  }
  const opened: OpenedEntry = { header, signed: true, content }
  // What the others would skip must never leave.
  const verdict = accept({ ...state, clocks: shared.clocks }, opened)
  if (!verdict.accepted) return stopPushing(core, 'damaged')
  const bytes = await sealEntry(core.holder, keys, header, content, environment.randomBytes)
  if (core.link !== link) return
  core.inFlight.add({ kind: 'entry', bytes, opened, inspected: verdict.inspected })
  link.connection.send({ type: 'append', item: bytes })
  core.changed()
}

/** Sends what there is, and so finds out whether all is shared. */
export const pushUnshared = (core: SessionCore): void => core.queue.add(() => sendBatch(core))

/** What a refusal of an entry says to whoever wrote it; `null`: nothing, because it passes by itself. */
const SAID: Readonly<Record<Refusal, RefusalReason | null>> = {
  'workspace-full': 'full',
  'relay-full': 'relay-full',
  'too-large': 'too-large',
  /** The relay knows no such entry, and never will. */
  malformed: 'outdated-app',
  /** Somebody was first: what they did comes in, and then it leaves. */
  'not-allowed': null,
  stale: null,
  /** Sent too fast: nobody can do anything but wait. */
  rate: null,
  /** Of records alone, which say so themselves. */
  invalid: null,
  expired: null,
}

/** Whatever was refused is still in the document, and is asked for again when that can help. */
export const refusedEntry = (core: SessionCore, reason: Refusal): void => {
  const said = SAID[reason]
  if (said !== null) stopPushing(core, said)
  if (said === null || said === 'relay-full')
    core.batching.later(reason === 'not-allowed' || reason === 'stale' ? 0 : REFUSED_MS)
  core.changed()
}
