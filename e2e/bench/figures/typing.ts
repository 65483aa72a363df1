/** Figure 9, for a peer: bytes sent through the y-websocket provider while two people type, with their cursors. */
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { ServerAddress } from '../load/server-protocol.ts'
import { type Numbers, pause, type FigureContext } from './measure.ts'

/** Four keys a second, as e2e/figures/wire.ts types in two browsers. */
const PAUSE_MS = 250
const KEYS = 120
/** The first byte of a message: its type (y-protocols). */
const SYNC = 0

const openWriter = async ({ ports }: ServerAddress) => {
  const sent = { sync: 0, presence: 0 }
  class CountingSocket extends WebSocket {
    override send(data: Uint8Array): void {
      sent[data[0] === SYNC ? 'sync' : 'presence'] += data.length
      super.send(data)
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`ws://127.0.0.1:${ports[0]}`, 'typing', doc, {
    WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket, // only what the provider uses
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  const text = doc.getText('story')
  const type = (): void => {
    text.insert(text.length, 'x')
    const here = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, text.length))
    provider.awareness.setLocalStateField('cursor', { anchor: here, head: here })
  }
  return { sent, type, close: () => provider.destroy() }
}

export const measureTyping = async ({ place }: FigureContext): Promise<Numbers> => {
  const writers = [await openWriter(place), await openWriter(place)]
  const before = writers.map(({ sent }) => ({ ...sent }))
  const from = performance.now()
  for (let key = 0; key < KEYS; key += 1) {
    for (const { type } of writers) type()
    await pause(PAUSE_MS)
  }
  const seconds = (performance.now() - from) / 1_000
  const [first, start] = [writers[0]?.sent, before[0]]
  for (const { close } of writers) close()
  if (first === undefined || start === undefined) throw new Error('unreachable: two were opened')
  const [sync, presence] = [first.sync - start.sync, first.presence - start.presence]
  return { 'B/character': sync / KEYS, 'B/s with cursor': (sync + presence) / seconds }
}
