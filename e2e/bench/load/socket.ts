/** A WebSocket of the load generator: bytes, no extensions, and an address of its own for each person. */
import { WebSocket } from 'ws'
import type { ServerAddress } from './server-protocol.ts'

export type Bytes = Uint8Array<ArrayBuffer>
export type BenchSocket = { send(bytes: Uint8Array): void; close(): void }

let opened = 0
/** As a proxy would report it: limits by address are for people, not for one machine that simulates a town. */
const nextAddress = (): string => {
  opened += 1
  return `10.${(opened >> 16) & 255}.${(opened >> 8) & 255}.${opened & 255}`
}

/** Resolves when it is open. A socket that ends before it is closed here is a failed measurement. */
export const openBenchSocket = (
  { ports, origin }: ServerAddress,
  path: string,
  hear: (bytes: Uint8Array, line: BenchSocket) => void,
): Promise<BenchSocket> =>
  new Promise((resolve, reject) => {
    const port = ports[opened % ports.length]
    const headers = { 'x-forwarded-for': nextAddress() }
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false, origin, headers })
    let closing = false
    const line: BenchSocket = {
      send: (bytes) => socket.send(bytes),
      close: () => {
        closing = true
        socket.close()
      },
    }
    socket.on('message', (data: Buffer) => hear(data, line))
    socket.on('open', () => resolve(line))
    socket.on('error', reject)
    socket.on('close', (code) => {
      if (!closing) throw new Error(`The server closed a connection (${code}).`)
    })
  })
