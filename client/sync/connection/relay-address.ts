/** Where the relay is, and how a connection about one workspace is addressed. */
import { fromBase64url } from '#shared/protocol/bytes.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'

/** The relay's address: its WebSocket URL, and the origin that a hello is signed for. */
export type RelayAddress = { readonly url: string; readonly origin: string }

/** Bits of a workspace's id that stand in the address of its connections. */
const BITS = 4

/**
 * The address of a connection about this workspace. One of sixteen groups of workspaces stands in it: a proxy that chooses
 * among relays by the address brings people of one workspace together in one process (PROTOCOL.md §6). Any relay serves anybody.
 */
export const toSocketUrl = ({ url }: RelayAddress, workspace: WorkspaceId): string => {
  const address = new URL(url)
  const group = (fromBase64url(workspace)?.[0] ?? 0) >> (8 - BITS)
  address.searchParams.set('near', group.toString(16))
  return address.href
}
