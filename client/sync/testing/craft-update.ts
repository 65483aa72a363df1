/** Yjs V1 updates written by hand, byte by byte, such as no honest Yjs would make. */
import * as encoding from 'lib0/encoding'

type Id = readonly [client: number, clock: number]
export type CraftedStruct =
  | { readonly text: string; readonly origin?: Id; readonly right?: Id; readonly parent?: Id | string }
  | { readonly gc: number }
  | { readonly skip: number }
  | { readonly deleted: number; readonly origin?: Id }
export type CraftedBlock = {
  readonly client: number
  readonly clock: number
  readonly structs: readonly CraftedStruct[]
  /** The count of structs that the block claims, where it is false. */
  readonly count?: number
}
export type CraftedDelete = readonly [client: number, clock: number, length: number]

const GC = 0
const SKIP = 10
const CONTENT_DELETED = 1
const CONTENT_STRING = 4
const HAS_ORIGIN = 0x80
const HAS_RIGHT = 0x40

const writeId = (encoder: encoding.Encoder, [client, clock]: Id): void => {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}
const writeStruct = (encoder: encoding.Encoder, struct: CraftedStruct): void => {
  if ('gc' in struct || 'skip' in struct) {
    encoding.writeUint8(encoder, 'gc' in struct ? GC : SKIP)
    return encoding.writeVarUint(encoder, 'gc' in struct ? struct.gc : struct.skip)
  }
  const { origin } = struct
  const right = 'text' in struct ? struct.right : undefined
  const kind = 'text' in struct ? CONTENT_STRING : CONTENT_DELETED
  encoding.writeUint8(encoder, kind | (origin ? HAS_ORIGIN : 0) | (right ? HAS_RIGHT : 0))
  if (origin) writeId(encoder, origin)
  if (right) writeId(encoder, right)
  if (!origin && !right) {
    const parent = 'text' in struct ? (struct.parent ?? 'story') : 'story'
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else writeId(encoder, parent)
  }
  if ('text' in struct) encoding.writeVarString(encoder, struct.text)
  else encoding.writeVarUint(encoder, struct.deleted)
}

export const craftUpdate = (
  blocks: readonly CraftedBlock[],
  deletes: readonly CraftedDelete[] = [],
): Uint8Array<ArrayBuffer> =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length)
    for (const { client, clock, structs, count = structs.length } of blocks) {
      encoding.writeVarUint(encoder, count)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const struct of structs) writeStruct(encoder, struct)
    }
    encoding.writeVarUint(encoder, deletes.length)
    for (const [client, clock, length] of deletes) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }) as Uint8Array<ArrayBuffer>
