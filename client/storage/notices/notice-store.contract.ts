/** The contract of every NoticeStore. `create` returns a new store and a way to reopen it as after a restart. */
import { describe, expect, test } from 'vitest'
import type { NoticeStore } from './notice-store.ts'
import type { NoticeRow } from '../rows.ts'

export const noticeRow = (changes: Partial<NoticeRow> = {}): NoticeRow => ({
  id: 'incomplete/someone/7',
  name: 'incomplete',
  person: null,
  place: 7,
  at: 1_000,
  count: 1,
  lost: '',
  bytes: 2,
  putAwayAt: null,
  ...changes,
})

type Use = { store: NoticeStore; reopen(): Promise<NoticeStore> }

export const describeNoticeStore = (name: string, create: () => Promise<Use>): void => {
  describe(`notice store (${name})`, () => {
    test('[N1] holds nothing at first', async () => {
      const { store } = await create()
      expect([await store.load(), (await store.items()).size]).toEqual([[], 0])
    })

    test('[N2] returns saved rows, with their items beside them', async () => {
      const { store, reopen } = await create()
      const other = noticeRow({ id: 'other-log//9', name: 'other-log', lost: 'mijn woorden', putAwayAt: 3_000 })
      expect(await store.save([noticeRow(), other], new Map([[noticeRow().id, Uint8Array.of(1, 2)]]))).toEqual({
        ok: true,
      })
      const again = await reopen()
      expect(await again.load()).toEqual([noticeRow(), other])
      expect([...(await again.items())]).toEqual([[noticeRow().id, Uint8Array.of(1, 2)]])
    })

    test('[N3] one event is one row, and its item stays when the row changes', async () => {
      const { store, reopen } = await create()
      await store.save([noticeRow()], new Map([[noticeRow().id, Uint8Array.of(1, 2)]]))
      await store.save([noticeRow({ putAwayAt: 5 })], new Map())
      const again = await reopen()
      expect(await again.load()).toEqual([noticeRow({ putAwayAt: 5 })])
      expect((await again.items()).size).toBe(1)
    })
  })
}
