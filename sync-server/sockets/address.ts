/** A client's address, as limits count it. Pure. */

const GROUPS = 8
/** An IPv6 subscriber has a whole /64 of addresses: the first four groups, however they are written (RFC 4291 §2.2). */
const networkOf = (address: string): string => {
  const [before = '', after] = (address.split('%')[0] ?? '').split('::')
  const [left, right] = [before, after ?? ''].map((part) => (part === '' ? [] : part.split(':'))) as [
    string[],
    string[],
  ]
  const zeros = after === undefined ? 0 : Math.max(0, GROUPS - left.length - right.length)
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return groups
    .slice(0, GROUPS / 2)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}

/**
 * Behind a proxy on this machine, the last entry of X-Forwarded-For counts. `''` is this machine itself, which is not
 * counted by address: through a proxy that sends no address, everybody would share one count.
 */
export const addressOf = (peer: string, forwardedFor: string | undefined): string => {
  const isLocal = peer === '::1' || /^(::ffff:)?127\./.test(peer)
  const address = isLocal ? (forwardedFor?.split(',').at(-1)?.trim() ?? '') : peer
  return address === '' || address.includes('.') ? address : networkOf(address)
}
