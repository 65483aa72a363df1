/** Reads what a relay says, for every connection alike: its frames, and the time among them. Knows no other meaning of a frame. */
import { decodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { Environment } from '../environment.ts'

/**
 * `null`: the message holds no frames of this protocol. The device hears the time before anybody acts on the frames. `since`: by
 * the monotonic clock, before which the relay has said nothing on this connection.
 */
export const readFrames = (
  { heard, elapsed }: Pick<Environment, 'heard' | 'elapsed'>,
  data: unknown,
  since: number,
): readonly RelayFrame[] | null => {
  const frames = data instanceof ArrayBuffer ? decodeRelayFrames(new Uint8Array(data)) : null
  for (const frame of frames ?? []) if (frame.type === 'live') heard(frame.now, elapsed() - since)
  return frames
}
