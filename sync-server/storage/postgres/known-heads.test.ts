import { expect, test } from 'vitest'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { createKnownHeads } from './known-heads.ts'

const [PLAN, HOME, THIRD] = [1, 2, 3].map((n) => toWorkspaceId(new Uint8Array(16).fill(n))) as [never, never, never]
const at = (seq: number) => ({ number: 7, head: { seq, logHash: new Uint8Array(32), lastRecord: 0, bytes: seq } })

test('[P3] as many heads are kept as the bound says: the one that was kept longest ago goes', () => {
  const heads = createKnownHeads(2)
  heads.keep(PLAN, at(1))
  heads.keep(HOME, at(1))
  heads.keep(PLAN, at(2))
  heads.keep(THIRD, at(1))
  expect([PLAN, HOME, THIRD].map((id) => heads.find(id)?.head.seq)).toEqual([2, undefined, 1])
})

test('[P3] an older head takes no newer one away, but what was forgotten is learnt anew', () => {
  const heads = createKnownHeads()
  heads.keep(PLAN, at(5))
  heads.keep(PLAN, at(4))
  expect(heads.find(PLAN)?.head.seq).toBe(5)
  heads.forget(PLAN)
  expect(heads.find(PLAN)).toBeNull()
  heads.keep(PLAN, at(4))
  expect(heads.find(PLAN)?.head.seq).toBe(4)
})
