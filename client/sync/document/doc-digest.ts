/**
 * The digest of a document's content: the same on every device that merged the same updates, in whatever grouping (K2). Yjs's
 * own encoding does not serve, because it shows which structs were merged, split or collected on the way.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { itemOf } from './yjs-internals.ts'
import { sha256 } from '#shared/protocol/hash.ts'
import { deletesOf, writeDeletes } from '../update/delete-set.ts'

const writeId = (encoder: encoding.Encoder, id: Y.ID | null): void => {
  encoding.writeUint8(encoder, id === null ? 0 : 1)
  if (id === null) return
  encoding.writeVarUint(encoder, id.client)
  encoding.writeVarUint(encoder, id.clock)
}

const isAfter = (id: Y.ID | null, before: Y.Item): boolean =>
  id !== null && id.client === before.id.client && id.clock === before.id.clock + before.length - 1

const sameId = (a: Y.ID | null, b: Y.ID | null): boolean => a === b || (a !== null && b !== null && Y.compareIDs(a, b))

/** Whether an item continues the one before it. Typing on and a later split differ only in the boundary, which is no content. */
const goesOn = (before: Y.Item | null, item: Y.Item): boolean =>
  before !== null &&
  before.id.clock + before.length === item.id.clock &&
  isAfter(item.origin, before) &&
  sameId(before.rightOrigin, item.rightOrigin) &&
  before.content.constructor === item.content.constructor &&
  (item.content instanceof Y.ContentString || item.content instanceof Y.ContentAny)

const writeContent = (encoder: encoding.Encoder, { content }: Y.Item): void => {
  if (content instanceof Y.ContentString)
    return encoding.writeUint8Array(encoder, new TextEncoder().encode(content.str))
  if (content instanceof Y.ContentAny) return content.arr.forEach((value) => encoding.writeAny(encoder, value))
  const update = new Y.UpdateEncoderV1()
  content.write(update, 0)
  encoding.writeVarUint8Array(encoder, update.toUint8Array())
}

const byClient = <Value>(map: Iterable<readonly [number, Value]>): readonly (readonly [number, Value])[] =>
  [...map].toSorted(([a], [b]) => a - b)

/** The digest has 32 bytes. */
export const digestOf = (doc: Y.Doc): Uint8Array<ArrayBuffer> => {
  const roots = new Map<unknown, string>([...doc.share].map(([name, type]) => [type, name]))
  const writePlace = (
    encoder: encoding.Encoder,
    { id, origin, rightOrigin, parent, parentSub, content }: Y.Item,
  ): void => {
    encoding.writeVarUint(encoder, id.clock)
    encoding.writeUint8(encoder, content.getRef())
    writeId(encoder, origin)
    writeId(encoder, rightOrigin)
    const within = parent instanceof Y.AbstractType ? (itemOf(parent)?.id ?? null) : null
    writeId(encoder, within)
    encoding.writeVarString(encoder, within === null ? (roots.get(parent) ?? '') : '')
    encoding.writeVarString(encoder, parentSub ?? '')
  }
  /** Writes each run with its length, so that no text can pass for the place of another. */
  const writeStructs = (encoder: encoding.Encoder, structs: readonly (Y.Item | Y.GC)[]): void => {
    let run = encoding.createEncoder()
    let before: Y.Item | null = null
    const end = (): void => {
      if (encoding.hasContent(run)) encoding.writeVarUint8Array(encoder, encoding.toUint8Array(run))
      run = encoding.createEncoder()
    }
    for (const struct of structs) {
      const item = struct instanceof Y.Item && !struct.deleted ? struct : null
      if (item === null || !goesOn(before, item)) end()
      if (item !== null && !encoding.hasContent(run)) writePlace(run, item)
      if (item !== null) writeContent(run, item)
      before = item
    }
    end()
    encoding.writeVarUint(encoder, 0)
  }
  const bytes = encoding.encode((encoder) => {
    for (const [client, structs] of byClient(doc.store.clients)) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, Y.getState(doc.store, client))
      writeStructs(encoder, structs)
    }
    writeDeletes(encoder, new Map(byClient(deletesOf(doc))))
  })
  return sha256(bytes) as Uint8Array<ArrayBuffer>
}
