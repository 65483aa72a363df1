/** The real world for the sync layer in Node: this machine's clock, chance, timers, and real sockets. */
import { WebSocket } from 'ws'
import type { Environment, NetworkSocket } from '#sync/environment.ts'
import type { Ear } from './told.ts'

export type NodeWorld = {
  /** The page's address, as a browser says it. */
  readonly origin: string
  /** How many times faster this device's clock goes than the machine's: what waits for seconds then waits for less. */
  readonly pace?: number
  readonly random?: () => number
  /** Hears along on each connection. */
  readonly listen?: () => Ear
  report(error: unknown): void
}

/** As a browser's socket, whose messages and end somebody hears before the app does. */
const openSocket = (url: string, origin: string, ear: Ear | undefined): NetworkSocket => {
  const socket = new WebSocket(url, { origin, perMessageDeflate: false })
  const { send } = socket
  if (ear !== undefined) {
    socket.on('message', (data: ArrayBuffer) => ear.heard(new Uint8Array(data)))
    socket.send = (data: Uint8Array): void => {
      ear.said(data)
      Reflect.apply(send, socket, [data])
    }
  }
  return socket as unknown as NetworkSocket
}

export const createNodeEnvironment = ({ origin, pace = 1, random, listen, report }: NodeWorld): Environment => {
  const began = Date.now()
  return {
    now: () => began + (Date.now() - began) * pace,
    elapsed: () => performance.now() * pace,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    random: random ?? Math.random,
    openSocket: (url) => openSocket(url, origin, listen?.()),
    onOffline: () => () => {}, // Node says nothing of its network
    after(ms, run) {
      const timer = setTimeout(run, ms / pace)
      return () => clearTimeout(timer)
    },
    report,
  }
}
