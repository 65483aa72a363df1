/** One commit for all that a turn brought, of all workspaces: a disk can confirm a few hundred times a second, not more. */
import type { AppendRequest, AppendResult, Store } from '../storage/store.ts'
import type { Activity } from './activity.ts'

export type Source = {
  /** What is ready to be committed now, if anything. */
  take(): AppendRequest | null
  settle(result: AppendResult): void
  /** The store failed: nothing of the request may be relied on. */
  fail(error: unknown): void
}
export type Turns = { schedule(source: Source): void }

export const createTurns = (
  store: Pick<Store, 'append'>,
  nextTurn: (task: () => void) => void,
  activity: Activity,
  onError: (error: unknown) => void,
): Turns => {
  const waiting = new Set<Source>()
  let scheduled = false

  const commit = async (): Promise<void> => {
    const sources = [...waiting]
    waiting.clear()
    const ready = sources.flatMap((source) => {
      const request = source.take()
      return request === null ? [] : [{ source, request }]
    })
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
