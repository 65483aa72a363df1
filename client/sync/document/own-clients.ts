/** The clientIDs that this device has written under, and a new one for this load (PROTOCOL.md §2). */
import type * as Y from 'yjs'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { SALT_BYTES } from '#shared/protocol/limits.ts'
import type { KeyHolder } from '#keys/key-holder.ts'
import type { SyncStore } from '#storage/sync/sync-store.ts'
import { deriveClientId, type Salt } from './client-ids.ts'
import type { Environment } from '../environment.ts'

/** The own clientIDs with their salts; `current` is the document's clientID now. */
export type OwnClients = { readonly salts: ReadonlyMap<number, Salt>; readonly current: number }
export type OwnClientsOptions = {
  readonly workspace: WorkspaceId
  readonly holder: KeyHolder
  readonly doc: Y.Doc
  readonly store: SyncStore
  readonly environment: Environment
  readonly visit?: boolean
}

const toClients = ({ workspace, holder }: OwnClientsOptions, salts: readonly Uint8Array[]): OwnClients['salts'] =>
  new Map(
    salts.map((each): [number, Salt] => {
      const copy = new Uint8Array(each)
      return [deriveClientId(workspace, holder.id, copy), copy]
    }),
  )

/** A new clientID for this load, with its salt stored before anything is written under it. */
export const takeClientId = async (
  options: OwnClientsOptions,
  salts: readonly Uint8Array[],
): Promise<OwnClients & { readonly kept: boolean }> => {
  const { workspace, holder, environment, store, doc } = options
  if (options.visit) return { salts: toClients(options, salts), current: doc.clientID, kept: true }
  const salt = environment.randomBytes(SALT_BYTES)
  const kept = await store.addSalt(salt).then(
    () => true,
    () => false,
  )
  const current = deriveClientId(workspace, holder.id, salt)
  doc.clientID = current
  return { salts: toClients(options, [...salts, salt]), current, kept }
}

/** Another clientID for the rest of this load, at once: Yjs gives up one that it sees somebody else write under. `salt` is to be stored. */
export const moveOn = (
  { workspace, holder, environment, doc }: Omit<OwnClientsOptions, 'store' | 'visit'>,
  { salts }: OwnClients,
): { readonly own: OwnClients; readonly salt: Salt } => {
  const salt = environment.randomBytes(SALT_BYTES)
  const current = deriveClientId(workspace, holder.id, salt)
  doc.clientID = current
  return { own: { salts: new Map(salts).set(current, salt), current }, salt }
}
