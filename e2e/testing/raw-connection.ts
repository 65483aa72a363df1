/**
 * One connection to a relay without a session behind it, for who means harm and for crowds: challenge, hello, frames in
 * order. Knows what frames look like, not what they mean.
 */
import { encodeAppFrame, type AppFrame, helloBytesToSign, type HelloFields } from '#shared/protocol/app-frames.ts'
import { CLOSE } from '#shared/protocol/close-codes.ts'
import { PING_INTERVAL_MS, PONG_TIMEOUT_MS, PROTOCOL_VERSION } from '#shared/protocol/limits.ts'
import { decodeRelayFrames, type Limits, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { Environment, Stop } from '#sync/environment.ts'
import { NETWORK_LOST } from '#sync/connection/backoff.ts'
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import type { Queue } from './queue.ts'

type Challenge = Extract<RelayFrame, { type: 'challenge' }>
export type ConnectionHandler = {
  /** Asked once the relay's challenge is here, with what it takes. */
  hello(limits: Limits): Omit<HelloFields, 'version'>
  frame(frame: RelayFrame): Promise<void> | void
  /** Last of all, after every frame that came before. 1006 when the network ended it. */
  closed(code: number): void
}
export type Connection = {
  send(frame: AppFrame): void
  /** Nothing is handled after this. */
  close(): void
}

export const openConnection = (
  relay: RelayAddress,
  holder: KeyHolder,
  environment: Environment,
  queue: Queue,
  handler: ConnectionHandler,
): Connection => {
  const socket = environment.openSocket(relay.url)
  socket.binaryType = 'arraybuffer'
  let alive = true
  let stopTimer: Stop = () => {}

  const letGo = (): void => {
    alive = false
    stopTimer()
    stopListening()
    socket.onmessage = socket.onclose = null
    socket.onerror = () => {} // closing a socket that is still connecting reports an error, which nobody needs
    socket.close()
  }
  const end = (code: number): void => {
    if (!alive) return
    letGo()
    handler.closed(code)
  }
  const send = (frame: AppFrame): void => {
    if (alive) socket.send(encodeAppFrame(frame))
  }
  const awaitMessage = (): void => {
    stopTimer()
    stopTimer = environment.after(PING_INTERVAL_MS, () => {
      send({ type: 'ping' })
      stopTimer = environment.after(PONG_TIMEOUT_MS, () => queue.add(() => end(NETWORK_LOST)))
    })
  }
  const answerChallenge = async ({ version, nonce, limits }: Challenge): Promise<void> => {
    if (version < PROTOCOL_VERSION) return end(CLOSE.overloaded) // an older relay: it will be updated, so come back
    const hello = { version: PROTOCOL_VERSION, ...handler.hello(limits) }
    const signature = await holder.sign(helloBytesToSign(relay.origin, nonce, hello))
    send({ type: 'hello', ...hello, signature })
  }
  const handle = async (data: unknown): Promise<void> => {
    const frames = data instanceof ArrayBuffer ? decodeRelayFrames(new Uint8Array(data)) : null
    if (frames === null) return end(NETWORK_LOST)
    for (const frame of frames) {
      if (!alive) return
      if (frame.type === 'challenge') await answerChallenge(frame)
      else await handler.frame(frame)
    }
  }

  socket.onmessage = (event) => {
    awaitMessage()
    queue.add(() => (alive ? handle(event.data) : undefined))
  }
  socket.onclose = (event) => queue.add(() => end(event.code))
  socket.onerror = () => {} // a close event follows
  // Until the first message nothing may be sent, so a relay that never answers is given the time of one pong.
  stopTimer = environment.after(PONG_TIMEOUT_MS, () => queue.add(() => end(NETWORK_LOST)))
  // A browser's socket stays open for a while without a network. If the device is wrong, the next try shows it.
  const stopListening = environment.onOffline(() => queue.add(() => end(NETWORK_LOST)))
  return { send, close: letGo }
}
