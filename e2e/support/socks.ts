/** The opening words of SOCKS 5 (RFC 1928), as far as a browser speaks them to us. Pure. Whatever address it asks for, there is one place to go. */

const VERSION = 5
const IPV4 = 1
const NAME = 3
const IPV6 = 4
const PORT_BYTES = 2

/** No password. */
export const WELCOME = Buffer.of(VERSION, 0)
/** Connected, from an address that nobody reads. */
export const CONNECTED = Buffer.of(VERSION, 0, 0, IPV4, 0, 0, 0, 0, 0, 0)

/** How long the greeting is; `null`: not all of it is here yet. */
export const greetingLength = (bytes: Buffer): number | null =>
  whole(bytes, bytes.length < 2 ? null : 2 + (bytes[1] ?? 0))

/** How long the request is; `null`: not all of it is here yet. */
export const requestLength = (bytes: Buffer): number | null => {
  const address = { [IPV4]: 4, [NAME]: 1 + (bytes[4] ?? 0), [IPV6]: 16 }[bytes[3] ?? 0]
  return whole(bytes, bytes.length < 5 || address === undefined ? null : 4 + address + PORT_BYTES)
}

const whole = (bytes: Buffer, length: number | null): number | null =>
  length === null || bytes.length < length ? null : length
