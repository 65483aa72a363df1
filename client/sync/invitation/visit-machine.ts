/**
 * A visit to a workspace as a machine: looking and joining with an invitation share one connection, because they share
 * one hello. It reads the workspace's records, which are all that the relay shows to an invitation, and may add one join
 * (PROTOCOL.md §9, S6). It is pure; visit-invitation.ts is its shell.
 */
import type { Chain } from '#shared/chain/chain.ts'
import type { ChainResult } from '#shared/chain/extend.ts'
import type { AppFrame, HelloFields, Identity } from '#shared/protocol/app-frames.ts'
import { type CloseName, closeName } from '#shared/protocol/close-codes.ts'
import type { Locator, WorkspaceId } from '#shared/protocol/ids.ts'
import { PING_INTERVAL_MS, PONG_TIMEOUT_MS, PROTOCOL_VERSION } from '#shared/protocol/limits.ts'
import { firstLogHash, itemKind, shortHash } from '#shared/protocol/log.ts'
import type { Refusal, RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { StoredRecord } from '#storage/sync/sync-store.ts'
import { NETWORK_LOST } from '../connection/backoff.ts'

type Bytes = Uint8Array<ArrayBuffer>

export type VisitFailure =
  | 'wrong'
  | 'used'
  | 'expired'
  | 'cancelled'
  | 'wrong-code'
  | 'locked'
  | 'outdated-app'
  | 'offline'
  /** The relay is overloaded, or has no room. */
  | 'busy'
/** `records`: all records with their places in the log, for the device that joins. */
export type VisitResult =
  | { readonly ok: true; readonly chain: Chain; readonly records: readonly StoredRecord[] }
  | { readonly ok: false; readonly reason: VisitFailure }

/** The timeout of one request from connect to answer, in ms: a person with a link waits for it. */
const TIMEOUT_MS = 20_000
/** The time to read what the look has shown and to join, in ms; afterwards the connection is closed, to free its place at the relay. */
const LINGER_MS = 60_000
/** The number of times a join is made anew because another record came first. */
const MAX_TRIES = 5

const FAILURES: Partial<Record<CloseName, VisitFailure>> = {
  unknown: 'wrong',
  removed: 'wrong',
  malformed: 'outdated-app',
  outdatedApp: 'outdated-app',
  invitationUsed: 'used',
  invitationExpired: 'expired',
  invitationCancelled: 'cancelled',
  wrongCode: 'wrong-code',
  locked: 'locked',
  overloaded: 'busy',
  tooSlow: 'busy',
}
const REFUSED: Partial<Record<Refusal, VisitFailure>> = {
  expired: 'expired',
  malformed: 'outdated-app',
  rate: 'busy',
  'relay-full': 'busy',
  'workspace-full': 'busy',
}

/** `knock`: asks whether the relay knows this person at all. */
type Asked = 'look' | 'join' | 'knock'
type Task =
  | { readonly kind: 'signing'; readonly hello: HelloFields }
  | { readonly kind: 'checking'; readonly record: StoredRecord & { readonly bytes: Bytes } }
  | { readonly kind: 'making' }
type Timer = 'answer' | 'linger' | 'ping' | 'pong'
/** Inputs in order: the close comes after everything before it. */
type Work =
  /** The frames of one message from `next` on. */
  | { readonly frames: readonly RelayFrame[]; readonly next: number }
  | { readonly closed: number }
  | { readonly record: StoredRecord & { readonly bytes: Bytes } }
  | 'own-read'

export type VisitState = {
  readonly workspace: WorkspaceId
  readonly identity: Identity
  /**
   * `reading`: from the hello up to the relay's head. `open`: the look is done, and no request waits. `joining`: a join is being
   * made, or is in flight. `over`: closed, whatever the outcome.
   */
  readonly name: 'reading' | 'open' | 'joining' | 'over'
  /** The request that waits for an answer. */
  readonly asked: Asked | null
  /** Whether the hello was sent; no other frame may be sent before it. */
  readonly greeted: boolean
  readonly chain: Chain | null
  readonly records: readonly StoredRecord[]
  readonly sent: Bytes | null
  readonly tries: number
  readonly inbox: readonly Work[]
  readonly task: (Task & { readonly ticket: number }) | null
  readonly tickets: number
}

export type VisitEvent =
  | { readonly type: 'asked'; readonly for: Asked }
  /** `null` when the message holds no frames of this protocol. */
  | { readonly type: 'message'; readonly frames: readonly RelayFrame[] | null }
  | { readonly type: 'closed'; readonly code: number }
  | { readonly type: 'timer'; readonly name: Timer }
  | { readonly type: 'signed'; readonly ticket: number; readonly signature: Bytes }
  | { readonly type: 'checked'; readonly ticket: number; readonly result: ChainResult }
  /** `null`: there is nothing to join with. */
  | { readonly type: 'made'; readonly ticket: number; readonly bytes: Bytes | null }
  | { readonly type: 'failed'; readonly ticket: number }

export type VisitEffect =
  | { readonly type: 'connect' }
  | { readonly type: 'disconnect' }
  | { readonly type: 'send'; readonly frame: AppFrame }
  | { readonly type: 'start-timer'; readonly name: Timer; readonly ms: number }
  | { readonly type: 'stop-timer'; readonly name: Timer }
  | { readonly type: 'sign'; readonly ticket: number; readonly nonce: Bytes; readonly hello: HelloFields }
  | { readonly type: 'check'; readonly ticket: number; readonly chain: Chain | null; readonly bytes: Bytes }
  | { readonly type: 'make'; readonly ticket: number; readonly chain: Chain }
  | { readonly type: 'answer'; readonly result: VisitResult | 'known' }

type Turn = { state: VisitState; readonly effects: VisitEffect[] }

export const firstVisit = (workspace: WorkspaceId, identity: Identity): VisitState => ({
  workspace,
  identity,
  name: 'reading',
  asked: null,
  greeted: false,
  chain: null,
  records: [],
  sent: null,
  tries: 0,
  inbox: [],
  task: null,
  tickets: 0,
})

const set = (turn: Turn, part: Partial<VisitState>): void => void (turn.state = { ...turn.state, ...part })
const emit = (turn: Turn, effect: VisitEffect): void => void turn.effects.push(effect)
const start = (turn: Turn, name: Timer, ms: number): void => emit(turn, { type: 'start-timer', name, ms })
const wait = (turn: Turn, task: Task): number => {
  const ticket = turn.state.tickets + 1
  set(turn, { tickets: ticket, task: { ...task, ticket } })
  return ticket
}

const enqueue = (turn: Turn, work: Work): void => set(turn, { inbox: [...turn.state.inbox, work] })

const answer = (turn: Turn, result: VisitResult | 'known'): void => {
  emit(turn, { type: 'stop-timer', name: 'answer' })
  if (turn.state.asked !== null) emit(turn, { type: 'answer', result })
  set(turn, { asked: null })
}
const end = (turn: Turn): void => {
  for (const name of ['answer', 'linger', 'ping', 'pong'] as const) emit(turn, { type: 'stop-timer', name })
  emit(turn, { type: 'disconnect' })
  set(turn, { name: 'over', inbox: [], task: null })
}
const fail = (turn: Turn, reason: VisitFailure): void => {
  answer(turn, { ok: false, reason })
  end(turn)
}

const ask = (turn: Turn, asked: Asked): void => {
  const isFirst = turn.state.asked === null && turn.state.name === 'reading'
  set(turn, { asked })
  emit(turn, { type: 'stop-timer', name: 'linger' })
  start(turn, 'answer', TIMEOUT_MS)
  if (isFirst) {
    emit(turn, { type: 'connect' })
    start(turn, 'pong', PONG_TIMEOUT_MS)
  } else if (turn.state.name === 'open') arrive(turn)
}

const greet = (turn: Turn, frame: Extract<RelayFrame, { readonly type: 'challenge' }>): void => {
  if (frame.version < PROTOCOL_VERSION) return fail(turn, 'busy') // an older relay will be updated, so the person can try again later
  const { workspace, identity } = turn.state
  const hello = {
    version: PROTOCOL_VERSION,
    identity,
    workspace,
    since: 0,
    logHash: shortHash(firstLogHash(workspace)),
    start: 'log',
    root: null,
  } as const
  const ticket = wait(turn, { kind: 'signing', hello })
  emit(turn, { type: 'sign', ticket, nonce: frame.nonce, hello })
}

const locatorOf = ({ identity }: VisitState): Locator | null =>
  identity.kind === 'invitation' ? identity.locator : null

/** All records are here, so the request can be answered. */
const arrive = (turn: Turn): void => {
  const { asked, chain, records } = turn.state
  const locator = locatorOf(turn.state)
  const found = locator === null ? undefined : chain?.invitations.get(locator)
  if (chain === null || found === undefined) return fail(turn, 'wrong')
  if (found.state !== 'open') return fail(turn, found.state === 'used' ? 'used' : 'cancelled')
  if (asked === 'join') {
    set(turn, { name: 'joining', tries: turn.state.tries + 1 })
    const ticket = wait(turn, { kind: 'making' })
    return emit(turn, { type: 'make', ticket, chain })
  }
  set(turn, { name: 'open' })
  start(turn, 'linger', LINGER_MS)
  answer(turn, { ok: true, chain, records })
}

const takeFrame = (turn: Turn, frame: RelayFrame): void => {
  const { asked, name, sent, tries } = turn.state
  if (frame.type === 'challenge') return greet(turn, frame)
  if (asked === 'knock') {
    answer(turn, 'known')
    return end(turn)
  }
  switch (frame.type) {
    case 'items': {
      const records = frame.items.flatMap(({ bytes }, index) =>
        itemKind(bytes) === 'record' ? [{ record: { seq: frame.firstSeq + index, bytes } }] : [],
      )
      return set(turn, { inbox: [...records, ...turn.state.inbox] })
    }
    case 'live':
      return name === 'reading' ? arrive(turn) : undefined
    case 'committed':
      if (sent === null) return fail(turn, 'wrong')
      return set(turn, { inbox: [{ record: { seq: frame.seq, bytes: sent } }, 'own-read', ...turn.state.inbox] })
    case 'refused':
      if (frame.reason === 'invalid' && tries < MAX_TRIES) return arrive(turn)
      return fail(turn, REFUSED[frame.reason] ?? 'wrong')
    case 'presence':
    case 'workspaces':
    case 'pong':
  }
}

/** Takes one frame of a message; the others keep their place before everything that came later. */
const takeNextFrame = (turn: Turn, { frames, next }: Extract<Work, { readonly frames: unknown }>): void => {
  const frame = frames[next]
  if (frame === undefined) return
  if (next + 1 < frames.length) set(turn, { inbox: [{ frames, next: next + 1 }, ...turn.state.inbox] })
  takeFrame(turn, frame)
}

const perform = (turn: Turn, work: Work): void => {
  if (work === 'own-read') {
    const { chain, records } = turn.state
    if (chain === null) return fail(turn, 'wrong')
    answer(turn, { ok: true, chain, records })
    return end(turn)
  }
  if ('frames' in work) return takeNextFrame(turn, work)
  if ('closed' in work) return closed(turn, work.closed)
  const ticket = wait(turn, { kind: 'checking', record: work.record })
  emit(turn, { type: 'check', ticket, chain: turn.state.chain, bytes: work.record.bytes })
}

const closed = (turn: Turn, code: number): void => {
  const name = closeName(code)
  fail(turn, (name && FAILURES[name]) ?? 'offline')
}

const takeTimer = (turn: Turn, name: Timer): void => {
  switch (name) {
    case 'answer':
      return fail(turn, 'offline')
    case 'linger':
      return turn.state.asked === null ? end(turn) : undefined
    case 'ping':
      emit(turn, { type: 'send', frame: { type: 'ping' } })
      return start(turn, 'pong', PONG_TIMEOUT_MS)
    case 'pong':
      return enqueue(turn, { closed: NETWORK_LOST })
  }
}

const takeAnswer = (turn: Turn, task: Task, event: Extract<VisitEvent, { readonly ticket: number }>): void => {
  set(turn, { task: null })
  switch (event.type) {
    case 'signed':
      if (task.kind !== 'signing') return
      set(turn, { greeted: true })
      start(turn, 'ping', PING_INTERVAL_MS)
      return emit(turn, { type: 'send', frame: { type: 'hello', ...task.hello, signature: event.signature } })
    case 'checked': {
      const { result } = event
      if (task.kind !== 'checking') return
      if (!result.ok) return fail(turn, result.reason === 'unknown-kind' ? 'outdated-app' : 'wrong')
      if (result.record.workspace !== turn.state.workspace) return fail(turn, 'wrong')
      return set(turn, { chain: result.chain, records: [...turn.state.records, task.record] })
    }
    case 'made':
      if (event.bytes === null) return fail(turn, 'wrong')
      set(turn, { sent: event.bytes })
      return emit(turn, { type: 'send', frame: { type: 'append', item: event.bytes } })
    case 'failed':
      return fail(turn, 'wrong')
  }
}

const take = (turn: Turn, event: VisitEvent): void => {
  switch (event.type) {
    case 'asked':
      return ask(turn, event.for)
    case 'message': {
      emit(turn, { type: 'stop-timer', name: 'pong' })
      if (turn.state.greeted) start(turn, 'ping', PING_INTERVAL_MS)
      if (event.frames === null) return enqueue(turn, { closed: NETWORK_LOST })
      return enqueue(turn, { frames: event.frames, next: 0 })
    }
    case 'closed':
      return enqueue(turn, { closed: event.code })
    case 'timer':
      return takeTimer(turn, event.name)
    case 'signed':
    case 'checked':
    case 'made':
    case 'failed':
      return turn.state.task?.ticket === event.ticket ? takeAnswer(turn, turn.state.task, event) : undefined
  }
}

/** A request after the end is answered, so that nobody waits for ever. */
const OVER: VisitEffect = { type: 'answer', result: { ok: false, reason: 'offline' } }

export const stepVisit = (
  state: VisitState,
  event: VisitEvent,
): { readonly state: VisitState; readonly effects: readonly VisitEffect[] } => {
  if (state.name === 'over') return { state, effects: event.type === 'asked' ? [OVER] : [] }
  const turn: Turn = { state, effects: [] }
  take(turn, event)
  for (let [next] = turn.state.inbox; next !== undefined && turn.state.task === null; [next] = turn.state.inbox) {
    set(turn, { inbox: turn.state.inbox.slice(1) })
    perform(turn, next)
  }
  return { state: turn.state, effects: turn.effects }
}
