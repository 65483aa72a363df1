/** The network effects: one connection at a time, and the browser's events about it. It knows the form of frames, not their meaning. */
import { encodeAppFrame } from '#shared/protocol/app-frames.ts'
import { NETWORK_LOST } from '../connection/backoff.ts'
import { readFrames } from '../connection/read-frames.ts'
import type { Environment, Stop } from '../environment.ts'
import type { NetworkEffect } from './machine/effects.ts'
import type { NetworkEvent } from './machine/events.ts'
import type { Ticket } from './machine/ticket.ts'

/** WHATWG WebSockets §3. */
const OPEN = 1

type Open = { readonly socket: ReturnType<Environment['openSocket']>; readonly stopListening: Stop }

export const createNetworkRunner = (
  url: string,
  environment: Environment,
  dispatch: (event: NetworkEvent) => void,
): { run(effect: NetworkEffect): void } => {
  let open: Open | null = null

  const disconnect = (): void => {
    if (open === null) return
    const { socket, stopListening } = open
    open = null
    stopListening()
    socket.onmessage = socket.onclose = null
    socket.onerror = () => {} // closing a socket that is still connecting reports an error, which nobody needs
    socket.close()
  }
  const connect = (ticket: Ticket): void => {
    disconnect()
    const since = environment.elapsed()
    const socket = environment.openSocket(url)
    socket.binaryType = 'arraybuffer'
    socket.onmessage = ({ data }: { readonly data: unknown }) =>
      dispatch({ type: 'message', ticket, frames: readFrames(environment, data, since) })
    socket.onclose = ({ code }) => dispatch({ type: 'closed', ticket, code })
    socket.onerror = () => {} // a close event follows
    // A browser's socket stays open for a while without a network. If the device is wrong, the next try shows it.
    open = { socket, stopListening: environment.onOffline(() => dispatch({ type: 'network-lost', ticket })) }
  }
  return {
    run(effect) {
      switch (effect.type) {
        case 'connect':
          try {
            return connect(effect.ticket)
          } catch (error) {
            environment.report(error)
            return dispatch({ type: 'closed', ticket: effect.ticket, code: NETWORK_LOST })
          }
        case 'disconnect':
          return disconnect()
        case 'send':
          // The relay has closed it, as after a removal; the event that says so is on its way.
          if ((open?.socket.readyState ?? OPEN) > OPEN) return
          return open?.socket.send(encodeAppFrame(effect.frame))
      }
    },
  }
}
