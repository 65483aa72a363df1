/** The send buffer of one connection: all frames of one turn as one message, and a bound on unsent bytes. */
import { CLOSE, type CloseCode } from '#shared/protocol/close-codes.ts'
import { encodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { RelayLimits } from '../limits/limits.ts'
import { joinFrames } from './frames.ts'

export type SendBuffer = {
  send(frame: RelayFrame): void
  /** Frames that were encoded once for many connections. */
  sendEncoded(frames: Uint8Array<ArrayBuffer>): void
  /** Whether more is unsent than a slow network should be given at once (S4). */
  isFull(): boolean
  /** Closes after everything queued has left. Later calls do nothing. */
  close(code: CloseCode): void
  /** The other side is gone: nothing more is sent or kept. */
  drop(): void
  isOpen(): boolean
}
export type RelaySocket = {
  readonly send: (bytes: Uint8Array<ArrayBuffer>) => void
  readonly close: (code: CloseCode, reason: string) => void
  readonly bufferedAmount: () => number
}

const REASONS: ReadonlyMap<CloseCode, string> = new Map(
  Object.entries(CLOSE).map(([name, code]) => [code, name] as const),
)

export type SendBufferEvents = {
  /** After each message has been handed over: a reader that was held back may go on. */
  onSent(): void
  /** Once, whichever side closed. */
  onClosed(): void
}

export type SendBufferLimits = Pick<RelayLimits, 'unsentBytes' | 'heldBytes'>

/** A class, like everything of which each connection has one: methods of a prototype take no memory of their own. */
class TurnBuffer implements SendBuffer {
  private readonly wire: RelaySocket
  private readonly limits: SendBufferLimits
  private readonly events: SendBufferEvents
  private held: Uint8Array<ArrayBuffer>[] | null = null
  private heldBytes = 0
  private open = true

  constructor(wire: RelaySocket, limits: SendBufferLimits, events: SendBufferEvents) {
    this.wire = wire
    this.limits = limits
    this.events = events
  }
  send(frame: RelayFrame): void {
    this.sendEncoded(encodeRelayFrames([frame]))
  }
  sendEncoded(frames: Uint8Array<ArrayBuffer>): void {
    if (!this.open) return
    if (this.held === null) {
      this.held = []
      queueMicrotask(() => this.flush())
    }
    this.held.push(frames)
    this.heldBytes += frames.length
    if (this.wire.bufferedAmount() + this.heldBytes <= this.limits.heldBytes) return
    this.drop() // a client that asks and never reads
    this.wire.close(CLOSE.tooSlow, 'tooSlow')
  }
  isFull(): boolean {
    return this.wire.bufferedAmount() + this.heldBytes > this.limits.unsentBytes
  }
  close(code: CloseCode): void {
    if (!this.open) return
    this.flush()
    this.drop()
    this.wire.close(code, REASONS.get(code) ?? '')
  }
  drop(): void {
    if (!this.open) return
    this.open = false
    this.held = null
    this.events.onClosed()
  }
  isOpen(): boolean {
    return this.open
  }
  private flush(): void {
    const [frames, size] = [this.held, this.heldBytes]
    this.held = null
    this.heldBytes = 0
    if (frames === null || !this.open) return
    this.wire.send(joinFrames(frames, size))
    this.events.onSent()
  }
}

export const createSendBuffer = (wire: RelaySocket, limits: SendBufferLimits, events: SendBufferEvents): SendBuffer =>
  new TurnBuffer(wire, limits, events)
