/** From which place somebody comes, as limits count it. Pure. */

const GROUPS = 8
/** An IPv6 user has a whole /64 of addresses: its first four groups, however they are written (RFC 4291 §2.2). */
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
 * Behind a proxy on this machine its last word counts. `''`: this machine itself, whose sockets are not counted by address:
 * a proxy that tells no address would have everybody counted as one.
 */
export const addressOf = (peer: string, forwardedFor: string | undefined): string => {
  const isLocal = peer === '::1' || /^(::ffff:)?127\./.test(peer)
  const address = isLocal ? (forwardedFor?.split(',').at(-1)?.trim() ?? '') : peer
  return address === '' || address.includes('.') ? address : networkOf(address)
}
