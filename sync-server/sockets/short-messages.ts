/**
 * Short messages as a WebSocket server sends them (RFC 6455 §5.2), in one piece. ws hands header and content to the socket as
 * two, which costs half as much again as sending them. It may do so beside us: without compression it keeps nothing back.
 */

/** In bytes; a longer one is not worth the copy. */
const MAX_SHORT_BYTES = 16 * 1024
/** Whole, and binary. */
const FINAL_BINARY = 0x82
/** A length from here on takes two more bytes, and this one says so. */
const TWO_BYTE_LENGTH = 126

export const isShort = (content: Uint8Array): boolean => content.length <= MAX_SHORT_BYTES

export const toMessage = (content: Uint8Array): Buffer => {
  const { length } = content
  const headerBytes = length < TWO_BYTE_LENGTH ? 2 : 4
  const message = Buffer.allocUnsafe(headerBytes + length)
  message[0] = FINAL_BINARY
  message[1] = Math.min(length, TWO_BYTE_LENGTH)
  if (headerBytes > 2) message.writeUInt16BE(length, 2)
  message.set(content, headerBytes)
  return message
}
