/** The same structs under other clientIDs: words that one person wrote, and that another key of theirs shares. */
import * as Y from 'yjs'
import type { Range } from './delete-set.ts'
import { inspectUpdate, type Struct } from './update.ts'
import { writeUpdate } from './write-update.ts'

/** From `clock` on, a client's structs get the clocks from 0 on of the client `to`, which has none yet. */
export type Renamed = { readonly clock: number; readonly to: number }

/** The part before the clock, and the part from it on. */
const split = (struct: Struct, clock: number): readonly Struct[] => {
  const at = clock - struct.id.clock
  if (at <= 0 || at >= struct.length) return [struct]
  if (struct instanceof Y.Item) {
    const { id, origin, rightOrigin, parent, parentSub, content } = struct
    const rest = content.splice(at)
    const left = Y.createID(id.client, clock - 1)
    // Beside its own beginning a part needs no parent: Yjs reads it from there.
    const right = new Y.Item(Y.createID(id.client, clock), null, left, null, rightOrigin, null, null, rest)
    return [new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, content), right]
  }
  return [new Y.GC(struct.id, at), new Y.GC(Y.createID(struct.id.client, clock), struct.length - at)]
}

/** `null`: it is no whole update, and nothing can be said about it. */
export const renameClients = (
  update: Uint8Array,
  renamed: ReadonlyMap<number, Renamed>,
): Uint8Array<ArrayBuffer> | null => {
  const inspected = inspectUpdate(update)
  if (inspected === null) return null
  const moved = (id: Y.ID): Y.ID => {
    const rule = renamed.get(id.client)
    return rule === undefined || id.clock < rule.clock ? id : Y.createID(rule.to, id.clock - rule.clock)
  }
  const structs = new Map<number, Struct[]>()
  for (const [client, own] of inspected.structs) {
    const rule = renamed.get(client)
    for (const struct of rule === undefined ? own : own.flatMap((each) => split(each, rule.clock))) {
      struct.id = moved(struct.id)
      if (struct instanceof Y.Item) {
        const parent: unknown = struct.parent
        if (struct.origin !== null) struct.origin = moved(struct.origin)
        if (struct.rightOrigin !== null) struct.rightOrigin = moved(struct.rightOrigin)
        if (parent instanceof Y.ID) struct.parent = moved(parent)
      }
      const place = structs.get(struct.id.client) ?? []
      place.push(struct)
      structs.set(struct.id.client, place)
    }
  }
  const deletes = new Map<number, readonly Range[]>()
  for (const [client, ranges] of inspected.deletes) {
    const rule = renamed.get(client)
    const below = ranges.map(([start, end]): Range => [start, rule === undefined ? end : Math.min(end, rule.clock)])
    const above = rule === undefined ? [] : ranges.map(([start, end]): Range => [Math.max(start, rule.clock) - rule.clock, end - rule.clock]) // prettier-ignore
    for (const [to, all] of [
      [client, below],
      [rule?.to ?? client, above],
    ] as const) {
      const filled = all.filter(([start, end]) => start < end)
      if (filled.length > 0) deletes.set(to, [...(deletes.get(to) ?? []), ...filled])
    }
  }
  return writeUpdate(structs, deletes)
}
