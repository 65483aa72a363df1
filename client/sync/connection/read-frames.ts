/** Reads what a relay says, for every connection alike: its frames, and the time among them. Knows no other meaning of a frame. */
import { decodeRelayFrames, type RelayFrame } from '#shared/protocol/relay-frames.ts'
import type { Environment } from '../environment.ts'

/** `null`: the message holds no frames of this protocol. The device hears the time before anybody acts on the frames. */
export const readFrames = ({ heard }: Pick<Environment, 'heard'>, data: unknown): readonly RelayFrame[] | null => {
  const frames = data instanceof ArrayBuffer ? decodeRelayFrames(new Uint8Array(data)) : null
  for (const frame of frames ?? []) if (frame.type === 'live') heard(frame.now)
  return frames
}
