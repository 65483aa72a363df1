/**
 * The handshake of SOCKS 5 (RFC 1928), as far as browsers use it. Pure. Whatever address is requested, the target is the
 * same.
 */

const VERSION = 5
const IPV4 = 1
const NAME = 3
const IPV6 = 4
const PORT_BYTES = 2

/** No authentication. */
export const WELCOME = Buffer.of(VERSION, 0)
/** Connected; nobody reads the address in it. */
export const CONNECTED = Buffer.of(VERSION, 0, 0, IPV4, 0, 0, 0, 0, 0, 0)

/** The greeting's length; `null`: it is not complete yet. */
export const greetingLength = (bytes: Buffer): number | null =>
  whole(bytes, bytes.length < 2 ? null : 2 + (bytes[1] ?? 0))

/** The request's length; `null`: it is not complete yet. */
export const requestLength = (bytes: Buffer): number | null => {
  const address = { [IPV4]: 4, [NAME]: 1 + (bytes[4] ?? 0), [IPV6]: 16 }[bytes[3] ?? 0]
  return whole(bytes, bytes.length < 5 || address === undefined ? null : 4 + address + PORT_BYTES)
}

const whole = (bytes: Buffer, length: number | null): number | null =>
  length === null || bytes.length < length ? null : length
