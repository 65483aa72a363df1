/** Keeps this relay's marks in the rows of what it follows (postgres-followers.ts), and reads the others' from appends. */
import type { Pool } from 'pg'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { Appended } from './numbered.ts'
import { listeningRelays, markFollowed, type RelayNumber, unmarkFollowed } from './postgres-followers.ts'

/** Workspaces in one change: their rows are locked for as long. */
const MAX_WORKSPACES = 200

export type FollowerMarks = {
  /** Soon, and again if that fails: at the next `tidy`. */
  mark(workspaces: Iterable<WorkspaceId>): void
  /** Which of what this process has appended other relays follow. */
  followedElsewhere(appended: readonly Appended[]): readonly WorkspaceId[]
  /** Drops marks of what this relay no longer follows, and those that ended relays have left where they cost a notification each. */
  tidy(): Promise<void>
  close(): void
}
export type FollowerMarksOptions = {
  readonly pool: Pool
  readonly relay: RelayNumber
  readonly isFollowed: (workspace: WorkspaceId) => boolean
  /** Each with its last item at the moment it was marked: what came before that was notified to nobody. */
  readonly onMarked: (all: readonly { readonly workspace: WorkspaceId; readonly seq: number }[]) => void
}

export const createFollowerMarks = ({ pool, relay, isFollowed, onMarked }: FollowerMarksOptions): FollowerMarks => {
  const unmarked = new Set<WorkspaceId>()
  const marked = new Set<WorkspaceId>()
  /** By whom else, when this process last appended. */
  const others = new Map<WorkspaceId, readonly RelayNumber[]>()
  let changing = false
  const ending = new AbortController()

  const markSome = async (): Promise<void> => {
    const ids = [...unmarked].filter(isFollowed).slice(0, MAX_WORKSPACES)
    if (ids.length === 0) unmarked.clear()
    for (const id of ids) unmarked.delete(id)
    if (ids.length === 0) return
    for (const id of ids) marked.add(id)
    try {
      onMarked(await markFollowed(pool, relay, ids))
    } catch (error) {
      for (const id of ids) unmarked.add(id)
      throw error
    }
  }
  const unmarkSome = async (): Promise<void> => {
    const ids = [...marked].filter((id) => !isFollowed(id)).slice(0, MAX_WORKSPACES)
    for (const id of ids) marked.delete(id) // first: whoever follows it meanwhile marks it again, after this
    if (ids.length > 0) await unmarkFollowed(pool, relay, ids)
  }
  /** One change at a time, so that none overtakes another. */
  const change = async (unmarks: boolean): Promise<void> => {
    if (changing) return
    changing = true
    try {
      if (unmarks) await unmarkSome()
      while (unmarked.size > 0 && !ending.signal.aborted) await markSome()
    } finally {
      changing = false
    }
  }
  return {
    mark: (workspaces) => {
      for (const workspace of workspaces) unmarked.add(workspace)
      change(false).catch(() => {}) // polling finds what is appended until the next `tidy`
    },
    followedElsewhere: (appended) =>
      appended.flatMap(({ workspace, followers }) => {
        const those = followers.filter((one) => one !== relay)
        if (those.length === 0) return []
        others.set(workspace, those)
        return [workspace]
      }),
    tidy: async () => {
      if (others.size > 0) {
        const listening = await listeningRelays(pool)
        for (const [workspace, relays] of others)
          if (isFollowed(workspace) && relays.some((one) => !listening.has(one))) unmarked.add(workspace)
        others.clear()
      }
      await change(true)
    },
    close: () => ending.abort(),
  }
}
