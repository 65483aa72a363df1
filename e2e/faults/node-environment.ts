/** The sync layer's environment in Node: this machine's clock, randomness, timers, and real sockets. */
import { WebSocket } from 'ws'
import type { Environment, NetworkSocket } from '#sync/environment.ts'
import type { WireListener } from './transcript.ts'

export type NodeWorld = {
  /** The page's origin, as a browser sends it. */
  readonly origin: string
  /** How many times faster than real time this device's clock goes, which shortens waits. */
  readonly pace?: number
  readonly random?: () => number
  /** Listens in on each connection. */
  readonly listen?: () => WireListener
  report(error: unknown): void
}

/** A socket with a browser's interface, whose messages and end `ear` receives before the app. */
const openSocket = (url: string, origin: string, ear: WireListener | undefined): NetworkSocket => {
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
    heard: () => {},
    elapsed: () => performance.now() * pace,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    random: random ?? Math.random,
    openSocket: (url) => openSocket(url, origin, listen?.()),
    onOffline: () => () => {}, // Node has no events for this
    after(ms, run) {
      const timer = setTimeout(run, ms / pace)
      return () => clearTimeout(timer)
    },
    report,
  }
}
