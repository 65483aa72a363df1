/** The one table of connection states: what each shows to people, which frames it may send, and which timers may run. */
import type { AppFrame } from '#shared/protocol/app-frames.ts'
import type { RefusalReason } from '../../refusal-reason.ts'
import type { ConnectionName, State } from './state.ts'
import type { TimerName } from './ticket.ts'

/** The connection as screens show it. */
export type SyncState = 'offline' | 'connecting' | 'online' | { readonly refused: RefusalReason }

type Row = {
  readonly shows: 'offline' | 'connecting' | 'online'
  readonly sends: readonly AppFrame['type'][]
  /** The timers that may run in each state, beside those of the session itself. */
  readonly timers: readonly TimerName[]
}

export const SESSION_TIMERS: readonly TimerName[] = ['batch', 'cursor', 'checkpoint']
export const TABLE: Readonly<Record<ConnectionName, Row>> = {
  looking: { shows: 'offline', sends: ['hello', 'ping'], timers: ['ping', 'pong', 'look'] },
  waiting: { shows: 'offline', sends: [], timers: ['retry'] },
  greeting: { shows: 'connecting', sends: ['hello'], timers: ['pong'] },
  pulling: { shows: 'connecting', sends: ['hello', 'ping'], timers: ['ping', 'pong'] },
  repairing: {
    shows: 'connecting',
    sends: ['append', 'hello', 'ping'],
    timers: ['ping', 'pong', 'answer', 'give-back'],
  },
  live: {
    shows: 'online',
    sends: ['append', 'presence', 'hello', 'ping'],
    timers: ['ping', 'pong', 'answer', 'presence', 'epoch'],
  },
  leaving: { shows: 'online', sends: ['presence', 'ping'], timers: ['ping', 'pong'] },
  refused: { shows: 'offline', sends: [], timers: [] },
  'checkpoint-rejected': { shows: 'offline', sends: [], timers: [] },
  stopped: { shows: 'offline', sends: [], timers: [] },
}

/** A refusal outlasts its connection, until the next one is admitted. */
export const syncStateOf = ({ connection, sharing }: State): SyncState => {
  if (connection.name === 'refused') return { refused: connection.reason }
  return sharing.blocked === null ? TABLE[connection.name].shows : { refused: sharing.blocked }
}
