/**
 * Where logs ended when this process last heard: what its next entries are numbered from. A guess, never relied on: the
 * database compares it with the row that it has locked.
 */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Head } from '../store.ts'

/** A workspace's row: its number in the other tables, and its head. */
export type Place = { readonly number: number; readonly head: Head }
export type KnownHeads = {
  find(workspace: WorkspaceId): Place | null
  /** An older one than is known changes nothing: answers may overtake each other. */
  keep(workspace: WorkspaceId, place: Place): void
  forget(workspace: WorkspaceId): void
}

/** About 400 bytes each, so 4 MB: as many as a process has people. */
const MAX_HEADS = 10_000

export const createKnownHeads = (most = MAX_HEADS): KnownHeads => {
  /** Least recently kept first. */
  const places = new Map<WorkspaceId, Place>()
  return {
    find: (workspace) => places.get(workspace) ?? null,
    keep: (workspace, place) => {
      if ((places.get(workspace)?.head.seq ?? 0) > place.head.seq) return
      places.delete(workspace)
      places.set(workspace, place)
      const [oldest] = places.size > most ? places.keys() : []
      if (oldest !== undefined) places.delete(oldest)
    },
    forget: (workspace) => void places.delete(workspace),
  }
}
