/** Yjs clientIDs derived from a person (PROTOCOL.md §4): nobody can take another person's, and none is ever used twice. */
import { idBytes, type PersonId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { labelledHash } from '#shared/protocol/hash.ts'

/** 8 random bytes, new each time a document is loaded. */
export type Salt = Uint8Array<ArrayBuffer>

/** A clientID of 53 bits, the most that a Yjs V1 update carries exactly (lib0 varUint, Number.MAX_SAFE_INTEGER). */
export const deriveClientId = (workspace: WorkspaceId, person: PersonId, salt: Salt): number => {
  const hash = labelledHash('weef/client', idBytes(workspace), idBytes(person), salt)
  const view = new DataView(hash.buffer, hash.byteOffset)
  return (view.getUint32(0) & 0x1f_ffff) * 2 ** 32 + view.getUint32(4)
}
