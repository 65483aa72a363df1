/** A device with the app's own sync code on a real socket, with which the load generator is compared. */
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { Environment } from '#sync/environment.ts'
import { openSession, type Session } from '#sync/session/session.ts'
import { createMemorySyncStore } from '#storage/sync/memory-sync-store.ts'
import type { WeefRoom } from './weef-room.ts'
import type { ServerAddress } from './server-protocol.ts'

export type RealClient = {
  readonly doc: Y.Doc
  readonly text: Y.Text
  readonly session: Session
  /** Alarms that the app would show. */
  readonly alarms: string[]
}

const ENVIRONMENT: Environment = {
  now: Date.now,
  heard: () => {},
  elapsed: () => performance.now(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  random: Math.random,
  openSocket: (url) => new WebSocket(url, { perMessageDeflate: false }) as unknown as globalThis.WebSocket, // sync uses only what both sockets have
  onOffline: () => () => {},
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  report: (error) => {
    throw error
  },
}
const PATIENCE_MS = 20_000

/** Resolves once it has everything that the relay has. */
export const openRealClient = async (
  { ports, origin }: ServerAddress,
  { workspace }: WeefRoom,
  holder: KeyHolder,
): Promise<RealClient> => {
  const doc = new Y.Doc()
  const alarms: string[] = []
  let changed = (): void => {}
  const session = await openSession({
    workspace,
    holder,
    doc,
    store: createMemorySyncStore(),
    relay: { url: `ws://127.0.0.1:${ports[0]}/relay`, origin },
    environment: ENVIRONMENT,
    schema: 1,
    sharedAt: null,
    changed: () => changed(),
    alarm: ({ kind }) => void alarms.push(kind),
    storeFailed: ENVIRONMENT.report,
  })
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('A real client found no way to the relay.')), PATIENCE_MS)
    changed = () => {
      if (session.state().connection !== 'online') return
      clearTimeout(late)
      resolve()
    }
    changed()
  })
  return { doc, text: doc.getText('story'), session, alarms }
}
