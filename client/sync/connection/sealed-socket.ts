/**
 * A WebSocket for y-websocket that goes nowhere: to the provider, this device is the server (PROTOCOL.md §5). It speaks
 * plain y-protocol to the provider and passes on the provider's messages.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2 } from 'y-protocols/sync'
import { messageAwareness, messageSync } from 'y-websocket'

export type SocketOwner = {
  opened(socket: SealedSocket): void
  /** An awareness update of the provider: this person's own, or one it repeats of others. */
  awareness(update: Uint8Array): void
  closed(socket: SealedSocket): void
}

const EMPTY_UPDATE = Uint8Array.of(0, 0)

const syncMessage = (type: number, bytes: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageSync)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, bytes)
  })

/** The WebSocket's readyState values (WHATWG WebSockets §3). */
const CONNECTING = 0
const OPEN = 1
const CLOSED = 3

export class SealedSocket {
  readonly OPEN = OPEN
  binaryType = 'arraybuffer'
  readyState = CONNECTING
  onopen: (() => void) | null = null
  onmessage: ((event: { data: Uint8Array }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: ((event: unknown) => void) | null = null
  /** Counts the sockets of one provider. */
  readonly number: number
  readonly #owner: SocketOwner
  #answer: Uint8Array | null = null

  constructor(owner: SocketOwner, number: number) {
    this.#owner = owner
    this.number = number
    owner.opened(this)
  }
  /** The provider's `update` messages are ignored: the document's own event reports each edit, offline too. */
  send(data: Uint8Array): void {
    const decoder = decoding.createDecoder(data)
    const type = decoding.readVarUint(decoder)
    if (type === messageAwareness) return this.#owner.awareness(decoding.readVarUint8Array(decoder))
    const step = type === messageSync ? decoding.readVarUint(decoder) : null
    if (step === messageYjsSyncStep2) this.#answer = decoding.readVarUint8Array(decoder)
    // An empty step 2 makes the provider `synced`: it asks only once the socket is open, and the socket opens when all of the log is here.
    if (step === messageYjsSyncStep1) queueMicrotask(() => this.#hear(syncMessage(messageYjsSyncStep2, EMPTY_UPDATE)))
  }
  close(): void {
    this.readyState = CLOSED
    this.#owner.closed(this)
  }

  // Messages from the device to the provider.
  open(): void {
    this.readyState = OPEN
    this.onopen?.()
  }
  end(code: number): void {
    this.readyState = CLOSED
    this.onclose?.({ code, reason: '' })
  }
  /** A step 1; the provider answers with a step 2 before this returns. `null` when it no longer listens. */
  ask(stateVector: Uint8Array): Uint8Array | null {
    this.#answer = null
    this.#hear(syncMessage(messageYjsSyncStep1, stateVector))
    return this.#answer
  }
  giveAwareness(update: Uint8Array): void {
    this.#hear(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, messageAwareness)
        encoding.writeVarUint8Array(encoder, update)
      }),
    )
  }
  /** An empty awareness update: any message keeps the provider's 30 s watchdog quiet. */
  keepAlive(): void {
    this.giveAwareness(Uint8Array.of(0))
  }
  #hear(data: Uint8Array): void {
    this.onmessage?.({ data })
  }
}

/** The class that y-websocket takes as `WebSocketPolyfill`. */
export const sealedSocketClass = (owner: SocketOwner): typeof WebSocket => {
  let sockets = 0
  return class extends SealedSocket {
    constructor() {
      super(owner, (sockets += 1))
    }
  } as unknown as typeof WebSocket
}
