/** Writing Yjs V1 updates from decoded structs: a part of an update, or the same structs under other clientIDs. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { type DeleteSet, writeDeletes } from './delete-set.ts'
import type { Inspected } from './update.ts'

/** Each client's structs in clock order and without gaps. */
export const writeUpdate = (structs: Inspected['structs'], deletes: DeleteSet): Uint8Array<ArrayBuffer> => {
  const update = new Y.UpdateEncoderV1()
  const filled = [...structs].filter(([, own]) => own.length > 0)
  encoding.writeVarUint(update.restEncoder, filled.length)
  for (const [client, own] of filled) {
    encoding.writeVarUint(update.restEncoder, own.length)
    update.writeClient(client)
    encoding.writeVarUint(update.restEncoder, own[0]?.id.clock ?? 0)
    for (const struct of own) struct.write(update, 0)
  }
  writeDeletes(update.restEncoder, deletes)
  return update.toUint8Array() as Uint8Array<ArrayBuffer>
}
