/** The relay on real sockets: upgrade, timers and network limits. What is said on them is up to relay.ts. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { CLOSE } from '#shared/protocol/close-codes.ts'
import { HELLO_TIMEOUT_MS, MAX_HELLO_BYTES } from '#shared/protocol/limits.ts'
import { addressOf } from './address.ts'
import { createSocketLimiter, ADDRESS_LIMITS, type SocketSlot } from './socket-limiter.ts'
import { DEFAULT_LIMITS, KEEPALIVE_MS, MAX_MESSAGE_BYTES, type RelayLimits } from '../limits/limits.ts'
import { describeError, type Log } from '../process/log.ts'
import { isShort, toMessage } from './short-messages.ts'
import type { Relay, RelayConnection } from '../relay/relay.ts'
import { NO_OBSERVER } from '../workspace/relay-observer.ts'

/** In bytes: the frame around a hello (RFC 6455 §5.2), and the app's first control frames. */
const FRAMING_BYTES = 256
/** Retry-After for a refused socket, in seconds; apps use their own backoff. */
const RETRY_AFTER_S = 10
/** Messages accepted and ignored after the relay's close frame: an app that has not received it yet has some under way. */
export const MAX_LATE_MESSAGES = 1_000
/** Time for the close handshake when the relay stops, in ms: a phone on a slow network answers within it. */
const GOODBYE_MS = 2_000

export type Sockets = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  stop(): Promise<void>
}

const refuseUpgrade = (socket: Duplex, status: string, more = ''): void => {
  socket.once('finish', () => socket.destroy()) // otherwise a client that never hangs up holds the socket for ever: HTTP's timers do not apply here
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n${more}\r\n`)
}

/** Bytes before the hello can only be counted on the raw socket: ws emits whole messages (S1). */
const boundHello = (raw: Duplex, socket: WebSocket, connection: RelayConnection): void => {
  let bytes = 0
  const count = (chunk: Buffer): void => {
    if (connection.greeted()) {
      raw.off('data', count)
      return
    }
    bytes += chunk.length
    if (bytes > MAX_HELLO_BYTES + FRAMING_BYTES) socket.terminate()
  }
  raw.on('data', count)
}

export type SocketsOptions = {
  readonly limits?: RelayLimits
  /** Nobody new is admitted. */
  readonly isBusy?: () => boolean
  /** ms; only differences of it count. */
  readonly now?: () => number
}

export const createSockets = (
  relay: Relay,
  origins: readonly string[],
  log: Log,
  observer = NO_OBSERVER,
  { limits = DEFAULT_LIMITS, isBusy = () => false, now = () => performance.now() }: SocketsOptions = {},
): Sockets => {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false })
  const heardFrom = new WeakSet<WebSocket>()
  const socketLimiter = createSocketLimiter({ limits, isBusy, now })
  let stopping = false

  const attach = (socket: WebSocket, raw: Duplex, address: string, slot: SocketSlot): void => {
    const drained = (): void => connection.drained()
    raw.on('drain', drained) // after short messages: what a connection may hold back is more than a socket's own buffer
    const connection: RelayConnection = relay.connect(
      (bytes) => {
        observer.sent(bytes.length)
        if (isShort(bytes) && socket.readyState === WebSocket.OPEN) raw.write(toMessage(bytes))
        else socket.send(bytes, { binary: true }, drained)
      },
      (code, reason) => socket.close(code, reason),
      () => socket.bufferedAmount,
      address,
    )
    observer.socketOpened()
    heardFrom.add(socket)
    boundHello(raw, socket, connection)
    const patience = setTimeout(() => {
      slot.greeted()
      if (!connection.greeted()) socket.close(CLOSE.tooSlow, 'tooSlow')
    }, HELLO_TIMEOUT_MS)
    let late = 0
    socket.on('message', (data: Buffer) => {
      if (socket.readyState !== WebSocket.OPEN) {
        late += 1
        if (late > MAX_LATE_MESSAGES) socket.terminate() // otherwise it would be read until the close handshake times out
        return
      }
      heardFrom.add(socket)
      observer.received(data.length)
      connection.receive(data)
      if (!connection.greeted()) return
      slot.greeted()
      clearTimeout(patience)
    })
    socket.on('pong', () => heardFrom.add(socket))
    socket.on('error', (error) => log.debug({ error: describeError(error) }, 'a socket failed'))
    socket.on('close', (code) => {
      clearTimeout(patience)
      connection.closed()
      observer.socketClosed(code)
      log.debug({ code }, 'a socket closed')
    })
  }
  const keepalive = setInterval(() => {
    for (const socket of server.clients) {
      if (heardFrom.delete(socket)) socket.ping()
      else socket.terminate()
    }
  }, KEEPALIVE_MS)

  const letIn = (request: IncomingMessage, raw: Duplex, head: Buffer, forwarded: string): void => {
    const address = addressOf(request.socket.remoteAddress ?? '', forwarded || undefined)
    const slot = socketLimiter.take(address)
    if (typeof slot === 'string') {
      observer.met(slot)
      // 429 for a limit of the client's address: a proxy takes 503 for an outage of the relay, and may send nobody there
      // for a while.
      const status = ADDRESS_LIMITS.has(slot) ? '429 Too Many Requests' : '503 Service Unavailable'
      refuseUpgrade(raw, status, `Retry-After: ${RETRY_AFTER_S}\r\n`)
      return
    }
    raw.once('close', () => slot.leave())
    server.handleUpgrade(request, raw, head, (socket) => attach(socket, raw, address, slot))
  }
  const upgrade = (request: IncomingMessage, raw: Duplex, head: Buffer): void => {
    const { origin } = request.headers
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',')
    if (request.url?.split('?')[0] !== '/relay') refuseUpgrade(raw, '404 Not Found')
    else if (origin !== undefined && !origins.includes(origin)) refuseUpgrade(raw, '403 Forbidden')
    else if (stopping) refuseUpgrade(raw, '503 Service Unavailable')
    else letIn(request, raw, head, forwarded)
  }
  const allGone = (): Promise<void> =>
    new Promise((resolve) => {
      const late = setTimeout(() => {
        for (const socket of server.clients) socket.terminate()
        resolve()
      }, GOODBYE_MS)
      server.close(() => {
        clearTimeout(late)
        resolve()
      })
    })
  return {
    upgrade: (request, raw, head) => {
      try {
        raw.on('error', () => {}) // an error before the upgrade: there is nobody to tell
        upgrade(request, raw, head)
      } catch (error) {
        log.error({ error: describeError(error) }, 'an upgrade failed')
        raw.destroy()
      }
    },
    stop: async () => {
      stopping = true
      clearInterval(keepalive)
      await relay.stop()
      await allGone()
    },
  }
}
