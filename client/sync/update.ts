/**
 * A foreign Yjs V1 update, looked at before anything applies it (rules E3 and E5). Yjs itself would wait for what is
 * missing, delete what does not exist yet, and throw in the middle; nothing here touches a document.
 */
import * as Y from 'yjs'
import { type DeleteSet, fromYjs } from './delete-set.ts'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
/** Structs by clientID in clock order, and the ranges the update deletes. */
export type Inspected = { readonly structs: ReadonlyMap<number, readonly Struct[]>; readonly deletes: DeleteSet }
/** How far each clientID's clock has come: a state vector. */
export type Clocks = ReadonlyMap<number, number>

/** Clocks at or above this are refused: the app asks for its own structs with it as "everything of others" (protocol.md §5). */
export const CLOCK_LIMIT = 2 ** 31

const isWellFormed = (struct: Struct, before: Struct | undefined): boolean =>
  !(struct instanceof Y.Skip) &&
  struct.length >= 1 &&
  struct.id.clock + struct.length < CLOCK_LIMIT &&
  (before === undefined || struct.id.clock === before.id.clock + before.length)

/** Levels of a value in the document. Far deeper ones overflow one browser's stack and not another's: the verdict must not. */
const MAX_DEPTH = 64

const valuesOf = (struct: Struct): readonly unknown[] => {
  if (!(struct instanceof Y.Item)) return []
  const { content } = struct
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return [content.embed]
  return content instanceof Y.ContentFormat ? [content.value] : []
}

/** Level by level, so that it needs no stack of its own. */
const isTooDeep = (struct: Struct): boolean => {
  let level = valuesOf(struct)
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return false
}

/** `null` when it is no V1 update, holds gaps, or names one client in two places (Yjs would drop the first). */
export const inspectUpdate = (update: Uint8Array): Inspected | null => {
  try {
    const decoded = Y.decodeUpdate(update)
    const structs = new Map<number, Struct[]>()
    let client: number | null = null
    for (const struct of decoded.structs) {
      if (struct.id.client !== client && structs.has(struct.id.client)) return null
      client = struct.id.client
      const own = structs.get(client) ?? []
      if (!isWellFormed(struct, own.at(-1)) || isTooDeep(struct)) return null
      own.push(struct)
      structs.set(client, own)
    }
    return { structs, deletes: fromYjs(decoded.ds) }
  } catch {
    return null
  }
}

/** Moves the clocks to where they stand after it. */
export const advanceClocks = (clocks: Map<number, number>, { structs }: Inspected): void => {
  for (const [client, own] of structs) {
    const last = own.at(-1)
    if (last !== undefined) clocks.set(client, Math.max(clocks.get(client) ?? 0, last.id.clock + last.length))
  }
}

const referencesOf = (struct: Struct): readonly Y.ID[] => {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null)
}

/**
 * E5: every struct starts where its client's clock stands (what overlaps could be another text under the same clocks, which
 * Yjs cannot merge), every referenced id and every delete range lies below them, its
 * own structs included; and there is an order in which each struct comes after what it refers to. So nothing is ever pending.
 */
export const isComplete = (inspected: Inspected, clocks: Clocks): boolean => {
  const reached = new Map<number, number>()
  const clockOf = (client: number): number => reached.get(client) ?? clocks.get(client) ?? 0
  const queues = [...inspected.structs].map(([client, structs]) => ({ client, structs, next: 0 }))
  const isReady = (struct: Struct, client: number): boolean =>
    struct.id.clock === clockOf(client) && referencesOf(struct).every((id) => id.clock < clockOf(id.client))
  for (let moved = true; moved;) {
    moved = false
    for (const queue of queues) {
      for (let struct = queue.structs[queue.next]; struct !== undefined && isReady(struct, queue.client);) {
        reached.set(queue.client, struct.id.clock + struct.length)
        struct = queue.structs[++queue.next]
        moved = true
      }
    }
  }
  if (queues.some(({ structs, next }) => next < structs.length)) return false
  return [...inspected.deletes].every(([client, ranges]) => (ranges.at(-1)?.[1] ?? 0) <= clockOf(client))
}
