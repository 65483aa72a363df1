/** The moment in which everything up to the relay's head has been read: what must hold before this device's own work leaves. */
import { equalBytes } from '#shared/protocol/bytes.ts'
import { shortHash } from '#shared/protocol/log.ts'
import { REFUSED_MS } from './batching.ts'
import type { Healing } from './repair-relay.ts'
import type { RecordOutcome } from './in-flight.ts'
import { lackingOf } from '../document/missing-from-log.ts'
import { hidesEntries } from '../log/log-state.ts'
import { ownAlone, ownWaiting } from '../document/unshared-diff.ts'
import { pushUnshared } from './push.ts'
import { scheduleEpoch } from './record-writer.ts'
import type { Replay } from '../checkpoint/replay.ts'
import type { SessionCore } from './session-core.ts'

/** Or nobody sees me until I move (y-websocket #122): who came with a new key has heard nothing that was sealed before it. */
export const announce = ({ provider: { awareness } }: SessionCore): void =>
  awareness.setLocalState(awareness.getLocalState())

/**
 * All of the log is here, and it never held what the checkpoint said (K2). What I have written on top of it goes along as far
 * as it fits: text inside words that were never there has no place. Nobody lied where the relay has lost what it was made of,
 * and nobody can tell who lacks a key to the log.
 */
const outdo = (core: SessionCore, replay: Replay, healed: boolean): void => {
  const { clocks, missedEpochs, preview, seq } = core.follower.state
  const isLost = healed || preview === null || seq <= preview.seq // a checkpoint stands behind what it covers
  const isLie = !isLost && missedEpochs.size === 0
  const { doc, own } = core
  // What waits may be my own word on a copy that the disk did not take.
  const { document, lost } = replay.settle([ownAlone(doc, own.salts, clocks), ...ownWaiting(doc, own.salts)])
  core.alarm({
    kind: 'bad-checkpoint',
    author: isLie ? preview.author : null,
    seq: preview?.seq ?? 0,
    lost,
    at: null,
    item: null,
  })
  core.provider.shouldConnect = false
  core.lose()
  core.outdone(document)
}

/** The relay's records are the beginning of those that this device had: it lost some. */
const holdsFewer = ({ held, follower }: SessionCore): boolean =>
  follower.state.recordHashes.length < (held?.records.length ?? 0)

/** C3: one record after the other, as they were. Somebody else may be doing the same. */
const giveBack = (core: SessionCore, healing: Healing): void => {
  const { link } = core
  const next = healing.next(core.follower.state)
  if (link.name === 'none') return
  if (next === null) {
    core.healing = null
    core.keeper.replaceRecords(healing.read)
    return core.replay === null ? goOnLive(core) : outdo(core, core.replay, true)
  }
  const goOn = (): void =>
    core.queue.add(() => {
      if (core.link === link) giveBack(core, healing)
    })
  const answered = (outcome: RecordOutcome): void => {
    if (outcome === 'done' || outcome === 'invalid') goOn()
    else if (outcome === 'rate' || outcome === 'relay-full') core.environment.after(REFUSED_MS, goOn)
    else if (outcome !== 'offline') core.refuse('log-differs')
  }
  core.inFlight.add({ kind: 'record', bytes: next, answered })
  link.connection.send({ type: 'append', item: next })
}

/** The relay has said that this is all; is it what this device knows, and may work begin? */
export const becomeLive = (core: SessionCore, head: number, logHash: Uint8Array): void => {
  const { state } = core.follower
  if (core.link.name !== 'pulling') return
  const differs = head !== state.seq || !equalBytes(logHash, shortHash(state.hash))
  if (differs || hidesEntries(state)) return core.refuse('log-differs')
  if (core.healing !== null) return giveBack(core, core.healing)
  if (holdsFewer(core)) return core.refuse('log-differs')
  if (core.replay !== null) return outdo(core, core.replay, false)
  goOnLive(core)
}

const goOnLive = (core: SessionCore): void => {
  if (core.link.name !== 'pulling') return
  core.link = { ...core.link, name: 'live' }
  core.lacking = lackingOf(core)
  announce(core) // before the provider says it on opening: a first state, of clock 0, is nobody's to y-protocols
  core.link.socket.open()
  pushUnshared(core)
  scheduleEpoch(core)
  core.checkpoints.moved()
  core.changed()
}
