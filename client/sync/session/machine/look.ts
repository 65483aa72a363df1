/**
 * Fetching a checkpoint: a device that has nothing of the log begins with a checkpoint's copy, if there is one (S5, K2). Each
 * try has a connection of its own, which is read up to the head and then closed.
 */
import { PONG_TIMEOUT_MS, PROTOCOL_VERSION } from '#shared/protocol/limits.ts'
import { firstLogHash, shortHash } from '#shared/protocol/log.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { OpenedPreview } from '#sync/checkpoint/preview.ts'
import { takeCursor } from './cursor-writer.ts'
import { drop } from './relay-link.ts'
import type { Connection } from './state.ts'
import { ask, connect, draftLog, emit, setConnection, startTimer, type Turn } from './turn.ts'
import type { Task } from './work.ts'

type Looking = Extract<Connection, { readonly name: 'looking' }>

/** The longest wait for the checkpoint, and then for opening and storing it, in ms; the whole log follows anyway. */
const TIMEOUT_MS = 20_000
/** The most bytes of served items kept in memory; a checkpoint and a thousand entries after it take far less. */
const MAX_BYTES = 16 * 1024 * 1024
/** The number of checkpoints that fail to open before the log is read without one. */
const MAX_TRIES = 3

/** `before`: takes the newest checkpoint below this seq; 0 for the newest of all. */
export const look = (turn: Turn, before: number, tries: number): void => {
  connect(turn)
  setConnection(turn, { name: 'looking', before, tries, greeted: false, items: [], bytes: 0 })
  startTimer(turn, 'look', TIMEOUT_MS)
  startTimer(turn, 'pong', PONG_TIMEOUT_MS)
}

/** Gives up, so that the log is read without a checkpoint. */
export const stopLooking = (turn: Turn): void => {
  const isKept = turn.state.task?.kind === 'keeping-checkpoint'
  drop(turn)
  if (isKept) draftLog(turn).preview = null // nothing of it is on screen
  emit(turn, { type: 'provider-connect' })
}

export const takeLookFrame = (turn: Turn, looking: Looking, frame: RelayFrame): void => {
  switch (frame.type) {
    case 'challenge': {
      if (frame.version < PROTOCOL_VERSION) return stopLooking(turn)
      const { me, workspace } = turn.state.setup
      const hello = {
        version: PROTOCOL_VERSION,
        identity: { kind: 'person', person: me },
        workspace,
        since: looking.before,
        logHash: shortHash(firstLogHash(workspace)),
        start: 'checkpoint',
        root: null,
      } as const
      return ask(turn, { type: 'sign-hello', nonce: frame.nonce, hello }, { kind: 'signing', hello })
    }
    case 'items': {
      const bytes = frame.items.reduce((sum, item) => sum + item.bytes.length, looking.bytes)
      if (bytes > MAX_BYTES) return stopLooking(turn)
      const served = frame.items.map((item, index) => ({ seq: frame.firstSeq + index, bytes: item.bytes }))
      return setConnection(turn, { ...looking, items: [...looking.items, ...served], bytes })
    }
    case 'live':
      return openCheckpoint(turn, looking)
    case 'committed':
    case 'refused':
    case 'presence':
    case 'workspaces':
    case 'pong':
  }
}

/** Closes the connection and opens what it served. */
const openCheckpoint = (turn: Turn, looking: Looking): void => {
  drop(turn)
  setConnection(turn, { ...looking, items: [], bytes: 0 })
  startTimer(turn, 'look', TIMEOUT_MS)
  const { items, before } = looking
  ask(
    turn,
    { type: 'open-checkpoint', items, before: before || Infinity, ring: turn.state.ring },
    { kind: 'opening-checkpoint' },
  )
}

/** Stores that the copy is a preview before the document holds it. */
export const checkpointOpened = (turn: Turn, opened: OpenedPreview): void => {
  const { connection } = turn.state
  if (connection.name !== 'looking') return
  if (!opened.ok && opened.reason === 'none') return stopLooking(turn)
  if (!opened.ok) {
    const { author, before } = opened
    emit(turn, {
      type: 'alarm',
      alarm: { kind: 'bad-checkpoint', author, seq: before, lost: '', at: null, item: null },
    })
    return connection.tries < MAX_TRIES ? look(turn, before, connection.tries + 1) : stopLooking(turn)
  }
  const { preview, updates } = opened
  draftLog(turn).preview = preview
  const cursor = takeCursor(turn)
  if (cursor === null) throw new Error('A preview is something to keep.')
  ask(turn, { type: 'keep-cursor', cursor }, { kind: 'keeping-checkpoint', preview, updates })
}

/** Applies the copy; a device that could not store the mark reads the log alone. */
export const checkpointKept = (
  turn: Turn,
  { preview, updates }: Extract<Task, { readonly kind: 'keeping-checkpoint' }>,
  ok: boolean,
): void => {
  drop(turn)
  if (ok) {
    emit(turn, { type: 'begin-replay', preview })
    ask(turn, { type: 'apply', updates }, { kind: 'applying', reading: null })
  } else draftLog(turn).preview = null
  emit(turn, { type: 'provider-connect' })
}
