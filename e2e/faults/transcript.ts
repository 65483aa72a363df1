/**
 * Records what one device and its relay tell each other over all connections: acknowledgements, and every item received.
 * Reports when the relay skips a number or contradicts itself.
 */
import { decodeAppFrames } from '#shared/protocol/app-frames.ts'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { decodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'

type Bytes = Uint8Array<ArrayBuffer>
/** One connection. */
export type WireListener = { said(message: Uint8Array): void; heard(message: Uint8Array): void }
export type Transcript = {
  /** Every item that was received or acknowledged here, by number. */
  readonly log: ReadonlyMap<number, Bytes>
  /** Items that were sent from here and acknowledged, by number. */
  readonly acknowledged: ReadonlyMap<number, Bytes>
  /** Everything sent from here, acknowledged or not. */
  readonly sent: readonly Bytes[]
  /** Contradictions, as sentences; none from an honest relay. */
  readonly wrong: readonly string[]
  connect(): WireListener
}

export const createTranscript = (): Transcript => {
  const log = new Map<number, Bytes>()
  const acknowledged = new Map<number, Bytes>()
  const sent: Bytes[] = []
  const wrong: string[] = []
  const learn = (seq: number, bytes: Bytes): void => {
    const known = log.get(seq)
    if (known !== undefined && !equalBytes(known, bytes)) wrong.push(`Number ${seq} is another item than before.`)
    log.set(seq, bytes)
  }
  const connect = (): WireListener => {
    /** Sent and not answered yet. */
    const asked: Bytes[] = []
    /** The last number received; `null` where gaps are allowed. */
    let last: number | null = null
    const follow = (seq: number): void => {
      if (last === null) return
      if (seq !== last + 1) wrong.push(`Number ${seq} came after ${last}.`)
      last = seq
    }
    const take = (frame: RelayFrame): void => {
      if (frame.type === 'refused') asked.shift()
      if (frame.type === 'live' && last !== null && frame.head !== last)
        wrong.push(`Live at ${frame.head}, not ${last}.`)
      if (frame.type === 'items')
        for (const [index, { bytes }] of frame.items.entries()) {
          follow(frame.firstSeq + index)
          learn(frame.firstSeq + index, bytes)
        }
      if (frame.type !== 'committed') return
      const answered = asked.shift()
      if (answered === undefined) return void wrong.push(`Number ${frame.seq} acknowledges nothing.`)
      acknowledged.set(frame.seq, answered)
      // A record that was in the chain already keeps its number (R1).
      if (last !== null && frame.seq > last) follow(frame.seq)
      learn(frame.seq, answered)
    }
    return {
      said(message) {
        for (const frame of decodeAppFrames(message) ?? []) {
          if (frame.type === 'append') asked.push(frame.item)
          if (frame.type === 'append') sent.push(frame.item)
          if (frame.type === 'hello')
            last = frame.start === 'log' && frame.identity.kind === 'person' ? frame.since : null
        }
      },
      heard: (message) => decodeRelayFrames(message)?.forEach(take),
    }
  }
  return { log, acknowledged, sent, wrong, connect }
}
