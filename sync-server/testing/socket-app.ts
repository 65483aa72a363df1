/** An app on a real socket: records what was received, and waits for what should come. */
import { createServer } from 'node:http'
import { WebSocket } from 'ws'
import { decodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'

export type SocketApp = {
  readonly socket: WebSocket
  readonly frames: RelayFrame[]
  send(bytes: Uint8Array): void
  /** The first frame of this type, even if it came earlier. Rejects when the socket closes first. */
  first<Type extends RelayFrame['type']>(type: Type): Promise<Extract<RelayFrame, { type: Type }>>
  /** Resolves when `check` holds; it is called at once and after every message. */
  until(check: () => boolean): Promise<void>
  closed: Promise<number>
}

export const openSocket = (port: number, origin?: string): SocketApp =>
  followSocket(new WebSocket(`ws://127.0.0.1:${port}/relay`, origin === undefined ? {} : { origin }))

export const followSocket = (socket: WebSocket): SocketApp => {
  socket.binaryType = 'arraybuffer'
  const frames: RelayFrame[] = []
  const watchers = new Set<() => void>()
  const wake = (): void => watchers.forEach((watch) => watch())
  socket.on('message', (data: ArrayBuffer) => {
    frames.push(...(decodeRelayFrames(new Uint8Array(data)) ?? []))
    wake()
  })
  socket.on('error', () => {}) // reported by `closed`
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  const until = (check: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const watch = (): void => {
        if (check()) resolve()
        else if (socket.readyState === WebSocket.CLOSED) reject(new Error('The socket closed first.'))
        else return
        watchers.delete(watch)
      }
      watchers.add(watch)
      watch()
    })
  void closed.then(wake)
  return {
    socket,
    frames,
    closed,
    until,
    send: (bytes) => socket.send(bytes),
    first: async (type) => {
      const isIt = (frame: RelayFrame): frame is Extract<RelayFrame, { type: typeof type }> => frame.type === type
      await until(() => frames.some(isIt))
      const found = frames.find(isIt)
      if (found === undefined) throw new Error('unreachable: it was there a moment ago')
      return found
    },
  }
}

/**
 * Below the range that Linux gives to outgoing connections (ip_local_port_range), so that a killed relay's port is still
 * free.
 */
const [FIRST_PORT, LAST_PORT] = [20_000, 31_999]

/** A port that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const port = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT))
  const server = createServer()
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
  return isFree ? port : freePort()
}
