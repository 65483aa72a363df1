/**
 * Group commit: one commit for everything that one turn brought, of all workspaces, because a disk can sync only a few
 * hundred times a second.
 */
import type { AppendRequest, AppendResult, Store } from '../storage/store.ts'
import type { Activity } from './activity.ts'
import { MAX_TURN_BYTES, MAX_TURN_ITEMS } from './limits.ts'

export type CommitSource = {
  /** What is ready to be committed, if anything. */
  take(): AppendRequest | null
  settle(result: AppendResult): void
  /** The store failed: nothing of the request may be relied on. */
  fail(error: unknown): void
}
export type GroupCommit = { schedule(source: CommitSource): void }

export const createGroupCommit = (
  store: Pick<Store, 'append'>,
  nextTurn: (task: () => void) => void,
  activity: Activity,
  onError: (error: unknown) => void,
): GroupCommit => {
  const waiting = new Set<CommitSource>()
  let scheduled = false

  const commit = async (): Promise<void> => {
    const ready: { readonly source: CommitSource; readonly request: AppendRequest }[] = []
    const taken = { items: 0, bytes: 0 }
    for (const source of waiting) {
      if (taken.items >= MAX_TURN_ITEMS || taken.bytes >= MAX_TURN_BYTES) break
      waiting.delete(source)
      const request = source.take()
      if (request === null) continue
      ready.push({ source, request })
      taken.items += request.items.length
      for (const { length } of request.items) taken.bytes += length
    }
    if (ready.length === 0) return
    try {
      const results = await store.append(ready.map(({ request }) => request))
      for (const [index, { source }] of ready.entries()) {
        const result = results[index]
        if (result === undefined) throw new Error('The store answered for fewer workspaces than it was asked.')
        source.settle(result)
      }
    } catch (error) {
      for (const { source } of ready) source.fail(error)
    }
  }
  const run = async (): Promise<void> => {
    await new Promise<void>((resolve) => nextTurn(resolve))
    try {
      await commit()
    } finally {
      scheduled = false
      if (waiting.size > 0) start()
    }
  }
  const start = (): void => {
    if (scheduled) return
    scheduled = true
    activity.run(run, onError)
  }
  return {
    schedule: (source) => {
      waiting.add(source)
      start()
    },
  }
}
