/** Presence between y-websocket and the relay: this person's goes out a few times a second at most, the others' comes in. */
import { currentEpoch } from '#shared/chain/chain.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { PRESENCE_INTERVAL_MS } from '#shared/protocol/limits.ts'
import type { RelayFrame } from '#shared/protocol/relay-frames.ts'
import { remaining } from '#sync/environment.ts'
import { onlyClient } from '#sync/presence/presence.ts'
import { noteRemoteActivity } from './batching.ts'
import type { AnswerEvent, DeviceEvent } from './events.ts'
import { liveChain, type State } from './state.ts'
import { ask, emit, enqueue, isRunning, set, setConnection, startTimer, type Turn, send } from './turn.ts'
import type { Task } from './work.ts'

type PresenceFrame = Extract<RelayFrame, { readonly type: 'presence' }>

/** Whether this person's presence was sent under the current key. */
export const hasGreeted = (state: State): boolean => {
  const { connection } = state
  const chain = liveChain(state)
  return chain !== null && connection.name === 'live' && connection.greetedEpoch === currentEpoch(chain).number
}

/** Takes a message from y-websocket: the newest state of this person leaves when its turn comes. */
export const takeAwareness = (
  turn: Turn,
  { update, people }: Extract<DeviceEvent, { readonly type: 'awareness' }>,
): void => {
  const { connection, setup } = turn.state
  const own = onlyClient(update, setup.own.current)
  if (own === null || connection.name !== 'live') return
  // Alone, one message is enough: it reaches a person who is just arriving, and later ones are answered when they come.
  if (hasGreeted(turn.state) && people <= 1) return
  setConnection(turn, { ...connection, presence: { ...connection.presence, waiting: own } })
  if (isRunning(turn, 'presence')) return
  startTimer(turn, 'presence', remaining(PRESENCE_INTERVAL_MS, connection.presence.sentAt, turn.at.now))
}

/** Runs when the timer fires. */
export const passPresence = (turn: Turn): void => {
  const { connection } = turn.state
  if (connection.name !== 'live' || connection.presence.waiting === null) return
  enqueue(turn, { kind: 'greet', update: connection.presence.waiting })
  setConnection(turn, { ...connection, presence: { waiting: null, sentAt: turn.at.now } })
}

/** Seals this awareness update under the current key; without a key or a live connection it is dropped. */
export const greet = (turn: Turn, update: Uint8Array): void => {
  const { ring, setup } = turn.state
  const chain = liveChain(turn.state)
  const salt = setup.own.salts.get(setup.own.current)
  if (chain === null || salt === undefined) return
  const epoch = currentEpoch(chain).number
  const keys = ring.keys.get(epoch)
  if (keys === undefined) return
  ask(turn, { type: 'seal-presence', keys, epoch, salt, update }, { kind: 'sealing-presence', epoch })
}

export const presenceSealed = (turn: Turn, epoch: number, sealed: Uint8Array<ArrayBuffer> | null): void => {
  if (sealed === null) return
  send(turn, { type: 'presence', epoch, sealed })
  const { connection } = turn.state
  if (connection.name === 'live') setConnection(turn, { ...connection, greetedEpoch: epoch })
}

export const takePresence = (turn: Turn, frame: PresenceFrame): void => {
  const { author, epoch, sealed } = frame
  const chain = liveChain(turn.state)
  // Whoever left keeps an old key, and with the relay could appear to be here by it.
  if (chain === null || currentEpoch(chain).number !== epoch || !chain.members.has(author)) return
  const keys = turn.state.ring.keys.get(epoch)
  if (keys === undefined) return
  const place = { workspace: turn.state.setup.workspace, epoch, author }
  ask(turn, { type: 'open-presence', keys, place, sealed }, { kind: 'opening-presence', frame })
}

/**
 * The most clientIDs remembered per person: their devices and tabs, and each load that a page meets while it is open for days.
 * y-protocols forgets none, and a hostile member can send a new one three times a second. The oldest is forgotten, and
 * returns with its next message.
 */
const MAX_CLIENTS_OF_ONE = 20

/** Remembers this clientID, and returns the ones that are forgotten to make room. */
const remember = (
  present: ReadonlyMap<number, PersonId>,
  client: number,
  person: PersonId,
): { readonly present: ReadonlyMap<number, PersonId>; readonly forget: readonly number[] } => {
  const others = [...present].filter(([each]) => each !== client)
  const theirs = [...others.filter(([, each]) => each === person).map(([each]) => each), client]
  const forget = present.has(client) ? [] : theirs.slice(0, -MAX_CLIENTS_OF_ONE)
  const kept = others.filter(([each]) => !forget.includes(each))
  return { present: new Map([...kept, [client, person]]), forget }
}

export const presenceOpened = (
  turn: Turn,
  { frame }: Extract<Task, { readonly kind: 'opening-presence' }>,
  { opened }: Extract<AnswerEvent, { readonly type: 'presence-opened' }>,
): void => {
  const { connection, setup } = turn.state
  if (opened === null || opened.client === setup.own.current || connection.name !== 'live') return
  const { present, forget } = remember(turn.state.present, opened.client, frame.author)
  set(turn, { present })
  emit(turn, { type: 'show-presence', client: opened.client, update: opened.update, forget })
  noteRemoteActivity(turn)
}
