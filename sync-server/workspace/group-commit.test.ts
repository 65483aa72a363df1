import { expect, test } from 'vitest'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { AppendRequest, AppendResult, Store } from '../storage/store.ts'
import { createActivity } from './activity.ts'
import { MAX_TURN_BYTES, MAX_TURN_ITEMS } from './limits.ts'
import { createGroupCommit, type CommitSource } from './group-commit.ts'

const HEAD = { seq: 1, logHash: new Uint8Array(32), lastRecord: 0, bytes: 1 }
const requestOf = (items: readonly Uint8Array<ArrayBuffer>[]): AppendRequest => ({
  workspace: '' as WorkspaceId,
  expectedRecord: 0,
  receivedAt: 0,
  items,
  joined: [],
  ended: [],
})

/** How many workspaces each commit contained, when all were ready at once. */
const commitsOf = async (workspaces: number, items: readonly Uint8Array<ArrayBuffer>[]): Promise<readonly number[]> => {
  const commits: number[] = []
  const settled: AppendResult[] = []
  const store: Pick<Store, 'append'> = {
    async append(requests) {
      commits.push(requests.length)
      return requests.map(() => ({ ok: true, firstSeq: 1, head: HEAD }))
    },
  }
  const activity = createActivity()
  const errors: unknown[] = []
  const groupCommit = createGroupCommit(store, queueMicrotask, activity, (error) => errors.push(error))
  for (let index = 0; index < workspaces; index++) {
    const source: CommitSource = {
      take: () => requestOf(items),
      settle: (result) => settled.push(result),
      fail: errors.push,
    }
    groupCommit.schedule(source)
  }
  await activity.idle()
  expect([settled.length, errors]).toEqual([workspaces, []])
  return commits
}

test('everything that one turn brought is one commit', async () => {
  expect(await commitsOf(100, [new Uint8Array(200)])).toEqual([100])
})

test('what exceeds one commit is split into several, and nothing is left behind', async () => {
  const many = Array.from({ length: MAX_TURN_ITEMS / 4 }, () => new Uint8Array(1))
  expect(await commitsOf(10, many)).toEqual([4, 4, 2])
  expect(await commitsOf(5, [new Uint8Array(MAX_TURN_BYTES / 2)])).toEqual([2, 2, 1])
})
