/**
 * Inspecting a foreign Yjs V1 update before it is applied (rules E3 and E5). Yjs itself would keep structs with missing
 * references pending, delete clocks that do not exist yet, and throw in the middle. Nothing here touches a document.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { type DeleteSet, fromYjs, type Range } from './delete-set.ts'

export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
/** Structs by clientID in clock order, and the ranges the update deletes. */
export type Inspected = { readonly structs: ReadonlyMap<number, readonly Struct[]>; readonly deletes: DeleteSet }
/** A state vector: the next clock of each clientID. */
export type Clocks = ReadonlyMap<number, number>

/** Clocks from here on are refused: this value means "everything of others" when the app asks for its own structs (PROTOCOL.md §5). */
export const CLOCK_LIMIT = 2 ** 31

const isWellFormed = (struct: Struct, before: Struct | undefined): boolean =>
  !(struct instanceof Y.Skip) &&
  struct.length >= 1 &&
  struct.id.clock + struct.length < CLOCK_LIMIT &&
  (before === undefined || struct.id.clock === before.id.clock + before.length)

/** The most levels of a value. Far deeper ones overflow the stack of one browser and not of another, and the verdict must be the same. */
const MAX_DEPTH = 64

const valuesOf = (struct: Struct): readonly unknown[] => {
  if (!(struct instanceof Y.Item)) return []
  const { content } = struct
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return [content.embed]
  return content instanceof Y.ContentFormat ? [content.value] : []
}

/** Walks level by level, so that it needs no stack of its own. */
const isTooDeep = (struct: Struct): boolean => {
  let level = valuesOf(struct)
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return false
}

/** The most structs of an update. A plan of five years has 32,000; 4 MiB could hold two million, for which a phone lacks the memory. */
const MAX_STRUCTS = 250_000

/** Decodes an update without trailing bytes. Yjs ignores them, so they could carry a hidden message. */
const decodeWhole = (update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null => {
  let rest = decoding.createDecoder(update)
  let structs = 0
  class Decoder extends Y.UpdateDecoderV1 {
    constructor(decoder: decoding.Decoder) {
      super(decoder)
      rest = decoder
    }
    override readInfo(): number {
      structs += 1
      if (structs > MAX_STRUCTS) throw new RangeError('More structs than any document of ours.')
      return super.readInfo()
    }
  }
  const decoded = Y.decodeUpdateV2(update, Decoder)
  return decoding.hasContent(rest) ? null : decoded
}

/** Whether a delete range is valid. Yjs keeps an empty range of future clocks pending for ever, or throws; a range so large that the sum rounds looks empty. */
const isRange = ({ clock, len }: { readonly clock: number; readonly len: number }): boolean =>
  len >= 1 && clock + len < CLOCK_LIMIT

/** The number of blocks. Of a client in two blocks, even adjacent ones, Yjs applies only the last; decoded they look like one block. */
const countBlocks = (update: Uint8Array): number => decoding.readVarUint(decoding.createDecoder(update))

/** Inspects an update; `null` when it is not exactly one V1 update, or has gaps, empty ranges, empty blocks, or two blocks of one client. */
export const inspectUpdate = (update: Uint8Array): Inspected | null => {
  try {
    const decoded = decodeWhole(update)
    if (decoded === null || ![...decoded.ds.clients.values()].flat().every(isRange)) return null
    const structs = new Map<number, Struct[]>()
    for (const struct of decoded.structs) {
      const { client } = struct.id
      const own = structs.get(client) ?? []
      if (!isWellFormed(struct, own.at(-1)) || isTooDeep(struct)) return null
      own.push(struct)
      structs.set(client, own)
    }
    if (structs.size !== countBlocks(update)) return null
    return { structs, deletes: fromYjs(decoded.ds) }
  } catch {
    return null
  }
}

/** Advances the clocks past the update. */
export const advanceClocks = (clocks: Map<number, number>, { structs }: Inspected): void => {
  for (const [client, own] of structs) {
    const last = own.at(-1)
    if (last !== undefined) clocks.set(client, Math.max(clocks.get(client) ?? 0, last.id.clock + last.length))
  }
}

export const referencesOf = (struct: Struct): readonly Y.ID[] => {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null)
}

/** One client's structs, and the first of them that has not had its turn. */
type Queue = { readonly client: number; readonly structs: readonly Struct[]; next: number }
type Waiting = { readonly queue: Queue; readonly clock: number }
const partition = <Element>(
  all: readonly Element[],
  isFirst: (element: Element) => boolean,
): [Element[], Element[]] => [all.filter(isFirst), all.filter((element) => !isFirst(element))]

/** The clocks that an update reaches, and whether all of its structs do; `null` when a client starts at the wrong clock. */
type Reached = { readonly clocks: Clocks; readonly whole: boolean }

/**
 * E5: every struct starts where its client's clock stands (what overlaps could be another text under the same clocks, which
 * Yjs cannot merge), every referenced id and every delete range lies below them, its
 * own structs included; and there is an order in which each struct comes after what it refers to. So nothing is ever pending.
 */
const reach = (inspected: Inspected, clocks: Clocks): Reached | null => {
  const reached = new Map<number, number>()
  const clockOf = (client: number): number => reached.get(client) ?? clocks.get(client) ?? 0
  const missingIn = (struct: Struct): Y.ID | undefined =>
    referencesOf(struct).find((id) => id.clock >= clockOf(id.client))
  /** The waiting queues, by the client that they wait for. Checking all of them at each step would cost the reader of a hostile entry minutes. */
  const waiting = new Map<number, Waiting[]>()
  const ready: Queue[] = [...inspected.structs].map(([client, structs]) => ({ client, structs, next: 0 }))
  for (let queue = ready.pop(); queue !== undefined; queue = ready.pop()) {
    const { client, structs } = queue
    let missing: Y.ID | undefined
    for (; queue.next < structs.length; queue.next++) {
      const struct = structs[queue.next]
      if (struct === undefined || struct.id.clock !== clockOf(client)) return null
      missing = missingIn(struct)
      if (missing !== undefined) break
      reached.set(client, struct.id.clock + struct.length)
    }
    if (missing !== undefined)
      waiting.set(missing.client, [...(waiting.get(missing.client) ?? []), { queue, clock: missing.clock }])
    const [woken, asleep] = partition(waiting.get(client) ?? [], ({ clock }) => clock < clockOf(client))
    waiting.set(client, asleep)
    ready.push(...woken.map((each) => each.queue))
  }
  const whole =
    ![...waiting.values()].some((queues) => queues.length > 0) &&
    [...inspected.deletes].every(([client, ranges]) => (ranges.at(-1)?.[1] ?? 0) <= clockOf(client))
  return { clocks: reached, whole }
}

export const isComplete = (inspected: Inspected, clocks: Clocks): boolean => reach(inspected, clocks)?.whole === true

/**
 * Whether the update is complete but for its author's own clocks: a late copy of an entry that was sent again over another
 * connection, or an entry that builds on one. It takes nothing from others, and its author's device sends anew what the log lacks.
 */
export const isOutOfTurn = (inspected: Inspected, clocks: Clocks): boolean => {
  const begins = [...inspected.structs].map(([client, [first]]) => [client, first?.id.clock ?? 0] as const)
  return isComplete(inspected, new Map([...clocks, ...begins]))
}

const below = (ranges: readonly Range[], clock: number): readonly Range[] =>
  ranges.map(([start, end]): Range => [start, Math.min(end, clock)]).filter(([start, end]) => start < end)

/** The part of an update that is complete by itself (E5): the structs whose references are all present. */
export const completePart = (inspected: Inspected, clocks: Clocks): Inspected => {
  const reached = reach(inspected, clocks)?.clocks ?? new Map<number, number>()
  const clockOf = (client: number): number => reached.get(client) ?? clocks.get(client) ?? 0
  const structs = [...inspected.structs].map(
    ([client, own]) => [client, own.filter(({ id, length }) => id.clock + length <= clockOf(client))] as const,
  )
  const deletes = [...inspected.deletes].map(([client, ranges]) => [client, below(ranges, clockOf(client))] as const)
  return {
    structs: new Map(structs.filter(([, own]) => own.length > 0)),
    deletes: new Map(deletes.filter(([, ranges]) => ranges.length > 0)),
  }
}
