/**
 * The keys of one epoch (PROTOCOL.md §2, §3): commitment, content and presence keys, and the sealed key of the previous
 * epoch.
 */
import * as encoding from 'lib0/encoding'
import { concatBytes, equalBytes } from '#shared/protocol/bytes.ts'
import { type Label, labelBytes, labelledHash } from '#shared/protocol/hash.ts'
import { idBytes, type WorkspaceId } from '#shared/protocol/ids.ts'
import { CONTENT_KEY_BYTES } from '#shared/protocol/limits.ts'
import { open, seal } from './seal.ts'

/** 32 random bytes. */
export type EpochSecret = Uint8Array<ArrayBuffer>
export type EpochKeys = { readonly secret: EpochSecret; readonly content: CryptoKey; readonly presence: CryptoKey }

/** AES-GCM is not key-committing: without a commitment, one ciphertext could open under two keys. */
export const commitmentTo = (secret: EpochSecret): Uint8Array<ArrayBuffer> => labelledHash('weef/commitment', secret)
export const keepsCommitment = (secret: EpochSecret, commitment: Uint8Array): boolean =>
  equalBytes(commitmentTo(secret), commitment)

const deriveKey = async (secret: EpochSecret, label: Label, workspace: WorkspaceId): Promise<CryptoKey> => {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const info = concatBytes(labelBytes(label), idBytes(workspace))
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info }
  return crypto.subtle.deriveKey(algorithm, key, { name: 'AES-GCM', length: CONTENT_KEY_BYTES * 8 }, false, [
    'encrypt',
    'decrypt',
  ])
}

export const deriveEpochKeys = async (secret: EpochSecret, workspace: WorkspaceId): Promise<EpochKeys> => {
  const [content, presence] = await Promise.all([
    deriveKey(secret, 'weef/content', workspace),
    deriveKey(secret, 'weef/presence', workspace),
  ])
  return { secret, content, presence }
}

/** Binds the sealed key to its place; `epoch` is the newer one. */
const previousData = (workspace: WorkspaceId, epoch: number): Uint8Array<ArrayBuffer> =>
  concatBytes(
    labelBytes('weef/previous'),
    idBytes(workspace),
    encoding.encode((to) => encoding.writeVarUint(to, epoch)),
  )

/** The previous epoch's key, sealed with the new one: 60 bytes. */
export const sealPrevious = async (
  secret: EpochSecret,
  workspace: WorkspaceId,
  epoch: number,
  previous: EpochSecret,
  nonce: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const key = await deriveKey(secret, 'weef/previous', workspace)
  return concatBytes(nonce, await seal(key, nonce, previousData(workspace, epoch), previous))
}

/** `null` when it does not open. */
export const openPrevious = async (
  secret: EpochSecret,
  workspace: WorkspaceId,
  epoch: number,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<EpochSecret | null> =>
  open(await deriveKey(secret, 'weef/previous', workspace), previousData(workspace, epoch), sealed)
