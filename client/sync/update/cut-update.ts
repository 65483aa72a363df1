/**
 * Cutting an update that is too long for one item: the first part has as many structs as fit, none before a struct that it
 * refers to (E5), or as many deletions when there are no structs. The rest is asked for again once this part is in flight.
 */
import * as Y from 'yjs'
import type { DeleteSet, Range } from './delete-set.ts'
import { type Clocks, inspectUpdate, referencesOf, type Struct } from './update.ts'
import { writeUpdate } from './write-update.ts'

/** The most bytes that a struct takes beside its content, and that a range of deletions takes. */
const STRUCT_BYTES = 64
const RANGE_BYTES = 16
/** The most bytes of UTF-8 for one UTF-16 unit of a string. */
const UNIT_BYTES = 3

const sizeOf = (struct: Struct): number => writeUpdate(new Map([[struct.id.client, [struct]]]), new Map()).length

/** Shortens a long text struct to its beginning. */
const shorten = (struct: Struct, bytes: number): boolean => {
  const units = Math.floor((bytes - STRUCT_BYTES) / UNIT_BYTES)
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || units < 2) return false
  if (units >= struct.length) return false
  const last = struct.content.str.charCodeAt(units - 1)
  struct.length = last >= 0xd800 && last <= 0xdbff ? units - 1 : units // Yjs would replace both halves of a character
  struct.content.splice(struct.length)
  return true
}

const firstStructs = (structs: ReadonlyMap<number, readonly Struct[]>, clocks: Clocks, bytes: number) => {
  const reached = new Map(clocks)
  const first = new Map<number, Struct[]>([...structs.keys()].map((client) => [client, []]))
  let left = bytes
  for (let moved = true; moved;) {
    moved = false
    for (const [client, own] of structs) {
      const taken = first.get(client) ?? []
      for (const struct of own.slice(taken.length)) {
        if (referencesOf(struct).some((id) => id.clock >= (reached.get(id.client) ?? 0))) break
        const size = sizeOf(struct)
        if (size > left && !shorten(struct, left)) return first
        taken.push(struct)
        if (size > left) return first
        left -= size
        reached.set(client, struct.id.clock + struct.length)
        moved = true
      }
    }
  }
  return first
}

const firstDeletes = (deletes: DeleteSet, bytes: number): DeleteSet => {
  let left = Math.max(1, Math.floor(bytes / RANGE_BYTES))
  const first = new Map<number, readonly Range[]>()
  for (const [client, ranges] of deletes) {
    if (left === 0) break
    first.set(client, ranges.slice(0, left))
    left = Math.max(0, left - ranges.length)
  }
  return first
}

/** `clocks`: the log's. `null`: not even the first struct fits. */
export const cutUpdate = (update: Uint8Array, clocks: Clocks, bytes: number): Uint8Array<ArrayBuffer> | null => {
  const inspected = inspectUpdate(update)
  if (inspected === null) return null
  if (inspected.structs.size === 0) return writeUpdate(new Map(), firstDeletes(inspected.deletes, bytes))
  const first = firstStructs(inspected.structs, clocks, bytes)
  return [...first.values()].some((own) => own.length > 0) ? writeUpdate(first, new Map()) : null
}
