/**
 * Ranges of deleted clocks per clientID: what Yjs calls a delete set. Plain values, so that sets can be compared and
 * subtracted, which Yjs does not offer. Ranges are sorted, disjoint, and never empty.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** `[start, end)` in clocks. */
export type Range = readonly [start: number, end: number]
export type DeleteSet = ReadonlyMap<number, readonly Range[]>

/** Sorts ranges, joins those that touch, and drops empty ones. */
const normalise = (ranges: readonly Range[]): readonly Range[] => {
  const joined: [number, number][] = []
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (end <= start) continue
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

const subtractRanges = (from: readonly Range[], what: readonly Range[]): readonly Range[] => {
  const left: Range[] = []
  let index = 0
  for (const [start, end] of from) {
    let position = start
    while (index < what.length && (what[index]?.[1] ?? 0) <= position) index++
    for (let at = index; at < what.length && position < end; at++) {
      const [from_, to] = what[at] ?? [end, end]
      if (from_ >= end) break
      if (from_ > position) left.push([position, from_])
      position = Math.max(position, to)
    }
    if (position < end) left.push([position, end])
  }
  return left
}

/** Adds in place: a log's set grows with every entry, and copying it each time would be quadratic. */
export const addDeletes = (set: Map<number, readonly Range[]>, more: DeleteSet): void => {
  for (const [client, ranges] of more) set.set(client, normalise([...(set.get(client) ?? []), ...ranges]))
}

/** The clocks of `a` that are not in `b`. */
export const subtractDeletes = (a: DeleteSet, b: DeleteSet): DeleteSet => {
  const left = new Map<number, readonly Range[]>()
  for (const [client, ranges] of a) {
    const rest = subtractRanges(ranges, b.get(client) ?? [])
    if (rest.length > 0) left.set(client, rest)
  }
  return left
}

/** Converts Yjs's own form (a decoded update's `ds`, a snapshot's, a transaction's). */
export const fromYjs = (set: ReturnType<typeof Y.createDeleteSet>): DeleteSet =>
  new Map(
    [...set.clients]
      .map(
        ([client, items]) => [client, normalise(items.map(({ clock, len }): Range => [clock, clock + len]))] as const,
      )
      .filter(([, ranges]) => ranges.length > 0),
  )

export const deletesOf = (doc: Y.Doc): DeleteSet => fromYjs(Y.createDeleteSetFromStructStore(doc.store))

/** Encodes a set as it stands at the end of a Yjs V1 update: `varUint(clients) • (client • varUint(ranges) • (clock • length)*)*`. */
export const writeDeletes = (encoder: encoding.Encoder, set: DeleteSet): void => {
  encoding.writeVarUint(encoder, set.size)
  for (const [client, ranges] of set) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const [start, end] of ranges) {
      encoding.writeVarUint(encoder, start)
      encoding.writeVarUint(encoder, end - start)
    }
  }
}

/** Throws on malformed bytes, like every `read`: its caller is a codec that catches. */
export const readDeletes = (decoder: decoding.Decoder): DeleteSet => {
  const set = new Map<number, readonly Range[]>()
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder)
    const ranges: Range[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const start = decoding.readVarUint(decoder)
      ranges.push([start, start + decoding.readVarUint(decoder)])
    }
    set.set(client, normalise(ranges))
  }
  return set
}
