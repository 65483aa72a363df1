/**
 * The home of a person: a workspace whose root draws nothing, so that every device of theirs finds the same one, whether or not
 * it can ask a relay (PROTOCOL.md §2). Nobody else can name it, because its id hangs on the person's secret.
 */
import { ROOT_SALT_BYTES } from '#shared/chain/record-bodies.ts'
import { workspaceIdOf } from '#shared/chain/records.ts'
import { labelBytes } from '#shared/protocol/hash.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { CONTENT_KEY_BYTES } from '#shared/protocol/limits.ts'
import { deriveKeyHolder, type Secret } from './key-holder.ts'
import { makeRootOf, type RecordBytes, rootIdentity } from './make-records.ts'

export type HomeWorkspace = {
  readonly id: WorkspaceId
  /** Box and signature are new each time: only the first root that a relay takes counts. */
  makeRoot(): Promise<RecordBytes>
}

/** `secret`: the person's 16 bytes. */
export const deriveHome = async (secret: Secret): Promise<HomeWorkspace> => {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: labelBytes('weef/home') }
  const length = (ROOT_SALT_BYTES + CONTENT_KEY_BYTES) * 8
  const bytes = new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, length))
  const seed = { salt: bytes.slice(0, ROOT_SALT_BYTES), secret: bytes.slice(ROOT_SALT_BYTES) }
  const person = await deriveKeyHolder(secret)
  return { id: workspaceIdOf(rootIdentity(person, 'home', seed)), makeRoot: () => makeRootOf(person, 'home', seed) }
}
