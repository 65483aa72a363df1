/** The one table of what a session may send in each state, and what it shows to people. */
import type { AppFrame } from '#shared/protocol/app-frames.ts'
import type { RefusalReason } from '../refusal-reason.ts'
import type { ConnectionName, State } from './state.ts'

/** How the device stands with the relay, as screens are told. */
export type SyncState = 'offline' | 'connecting' | 'online' | { readonly refused: RefusalReason }

type Row = { readonly shows: 'offline' | 'connecting' | 'online'; readonly sends: readonly AppFrame['type'][] }

export const TABLE: Readonly<Record<ConnectionName, Row>> = {
  looking: { shows: 'offline', sends: ['hello', 'ping'] },
  waiting: { shows: 'offline', sends: [] },
  greeting: { shows: 'connecting', sends: ['hello', 'ping'] },
  pulling: { shows: 'connecting', sends: ['hello', 'ping'] },
  repairing: { shows: 'connecting', sends: ['append', 'hello', 'ping'] },
  live: { shows: 'online', sends: ['append', 'presence', 'hello', 'ping'] },
  leaving: { shows: 'online', sends: ['presence', 'ping'] },
  refused: { shows: 'offline', sends: [] },
  'checkpoint-rejected': { shows: 'offline', sends: [] },
  stopped: { shows: 'offline', sends: [] },
}

/** A refusal outlasts its connection, until the next one is greeted. */
export const syncStateOf = ({ connection, sharing }: State): SyncState => {
  if (connection.name === 'refused') return { refused: connection.reason }
  return sharing.blocked === null ? TABLE[connection.name].shows : { refused: sharing.blocked }
}
