/**
 * The heads of workspaces in use, as they are on disk, with what waits in the journal: nobody else writes while this process
 * holds the folder.
 */
import type { DatabaseSync } from 'node:sqlite'
import { idBytes, type WorkspaceId } from '#shared/protocol/ids.ts'
import { bytesIn, numberIn } from '../rows.ts'
import type { Head } from '../store.ts'
import type { Journal } from './journal.ts'

/** A workspace's number in the tables, and its head. */
export type Place = { readonly number: number; readonly head: Head }
export type Heads = {
  /** `null`: there is no such workspace. */
  find(workspace: WorkspaceId): Place | null
  /** It has been stored. */
  remember(workspace: WorkspaceId, place: Place): Place
  forget(workspace: WorkspaceId): void
  clear(): void
}

/** Workspaces whose head is cached, some 300 bytes each: those in which somebody writes today. */
const MAX_PLACES = 10_000

export const createHeads = (database: DatabaseSync, journal: Pick<Journal, 'end'>): Heads => {
  const byId = database.prepare('SELECT number, head, log_hash, last_record, bytes FROM workspaces WHERE id = ?')
  /** Least recently used first. */
  const places = new Map<WorkspaceId, Place>()

  const remember = (workspace: WorkspaceId, place: Place): Place => {
    places.delete(workspace)
    places.set(workspace, place)
    const [oldest] = places.keys()
    if (oldest !== undefined && places.size > MAX_PLACES) places.delete(oldest)
    return place
  }
  const read = (workspace: WorkspaceId): Place | null => {
    const row = byId.get(idBytes(workspace))
    if (row === undefined) return null
    const number = numberIn(row, 'number')
    const end = journal.end(number)
    const head = {
      seq: end?.seq ?? numberIn(row, 'head'),
      logHash: end?.logHash ?? bytesIn(row, 'log_hash'),
      lastRecord: numberIn(row, 'last_record'),
      bytes: numberIn(row, 'bytes') + (end?.bytes ?? 0),
    }
    return remember(workspace, { number, head })
  }
  return {
    find: (workspace) => places.get(workspace) ?? read(workspace),
    remember,
    forget: (workspace) => void places.delete(workspace),
    clear: () => places.clear(),
  }
}
