/** The contract of every DraftStore. `create` returns a new store and a way to reopen it as after a restart. */
import { describe, expect, test } from 'vitest'
import { parseWorkspaceId } from '#shared/protocol/ids.ts'
import type { DraftRow } from './draft-rows.ts'
import type { DraftStore } from './draft-store.ts'

const PLAN = parseWorkspaceId('cGxhbi1wbGFuLXBsYW4tcA')!
const OTHER_PLAN = parseWorkspaceId('b3RoZXItb3RoZXItb3RoZQ')!

export const draftRow = (changes: Partial<DraftRow> = {}): DraftRow => ({
  plan: PLAN,
  field: 'goal/new',
  text: 'Weer fietsen\nnaar de markt 🚲',
  at: 1_000,
  overAt: null,
  ...changes,
})

type Use = { store: DraftStore; reopen(): Promise<DraftStore> }
const sorted = (rows: readonly DraftRow[]) => rows.map(({ plan, field, text }) => [plan ?? '', field, text]).toSorted()

export const describeDraftStore = (name: string, create: () => Promise<Use>): void => {
  describe(`draft store (${name})`, () => {
    test('[F1] holds nothing at first', async () => {
      expect(await (await create()).store.load()).toEqual([])
    })

    test('[F2] returns what was saved, the last text of each field', async () => {
      const { store, reopen } = await create()
      await store.save(draftRow({ text: 'Weer' }))
      expect(await store.save(draftRow({ overAt: 7 }))).toEqual({ ok: true })
      await store.save(draftRow({ plan: null, field: 'start/name', text: '' }))
      const again = await reopen()
      expect(await again.load()).toContainEqual(draftRow({ overAt: 7 }))
      expect(sorted(await again.load())).toEqual([
        ['', 'start/name', ''],
        [PLAN, 'goal/new', draftRow().text],
      ])
    })

    test('[F3] writes that follow each other at once end with the last', async () => {
      const { store, reopen } = await create()
      const texts = [...'fiets'].map((_, at, all) => all.slice(0, at + 1).join(''))
      await Promise.all([...texts.map((text) => store.save(draftRow({ text }))), store.save(draftRow({ field: 'b' }))])
      await store.remove(draftRow({ field: 'b' }))
      expect(sorted(await (await reopen()).load())).toEqual([[PLAN, 'goal/new', 'fiets']])
    })

    test('[F4] removes one field, and all of one plan or of none, and nothing else', async () => {
      const { store, reopen } = await create()
      for (const plan of [PLAN, OTHER_PLAN, null])
        for (const field of ['a', 'b']) await store.save(draftRow({ plan, field, text: 'x' }))
      expect(await store.remove({ plan: OTHER_PLAN, field: 'a' })).toEqual({ ok: true })
      expect(await store.removeAll(PLAN)).toEqual({ ok: true })
      expect(sorted(await (await reopen()).load())).toEqual([
        ['', 'a', 'x'],
        ['', 'b', 'x'],
        [OTHER_PLAN, 'b', 'x'],
      ])
      await store.removeAll(null)
      expect(sorted(await (await reopen()).load())).toEqual([[OTHER_PLAN, 'b', 'x']])
    })
  })
}
