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
  readonly onSent: () => void
  /** Once, whichever side closed. */
  readonly onClosed: () => void
}

export type SendBufferLimits = Pick<RelayLimits, 'unsentBytes' | 'heldBytes'>

export const createSendBuffer = (
  wire: RelaySocket,
  limits: SendBufferLimits,
  { onSent, onClosed }: SendBufferEvents,
): SendBuffer => {
  let held: Uint8Array<ArrayBuffer>[] = []
  let heldBytes = 0
  let open = true

  const flush = (): void => {
    const [frames, size] = [held, heldBytes]
    held = []
    heldBytes = 0
    if (frames.length === 0 || !open) return
    wire.send(joinFrames(frames, size))
    onSent()
  }
  const drop = (): void => {
    if (!open) return
    open = false
    held = []
    onClosed()
  }
  const close = (code: CloseCode): void => {
    if (!open) return
    flush()
    drop()
    wire.close(code, REASONS.get(code) ?? '')
  }
  const sendEncoded = (frames: Uint8Array<ArrayBuffer>): void => {
    if (!open) return
    if (held.length === 0) queueMicrotask(flush)
    held.push(frames)
    heldBytes += frames.length
    if (wire.bufferedAmount() + heldBytes <= limits.heldBytes) return
    drop() // a client that asks and never reads
    wire.close(CLOSE.tooSlow, 'tooSlow')
  }
  return {
    send: (frame) => sendEncoded(encodeRelayFrames([frame])),
    sendEncoded,
    isFull: () => wire.bufferedAmount() + heldBytes > limits.unsentBytes,
    close,
    drop,
    isOpen: () => open,
  }
}
