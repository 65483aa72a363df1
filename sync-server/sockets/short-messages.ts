/**
 * Short messages as a WebSocket server frames them (RFC 6455 §5.2), in one write. ws writes header and payload separately,
 * which costs half as much again as sending them. Writing beside ws is safe: without compression it buffers nothing.
 */

/** In bytes; copying a longer one costs more than it saves. */
const MAX_SHORT_BYTES = 16 * 1024
/** FIN bit and opcode 2: a whole binary message. */
const FINAL_BINARY = 0x82
/** From this length on, the header has this byte and a two-byte length. */
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
