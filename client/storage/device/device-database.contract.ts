/** The contract of every WholeDatabase. `create` returns a new device. */
import { describe, expect, test } from 'vitest'
import { parseLocator, parsePersonId, parseWorkspaceId, toPersonId } from '#shared/protocol/ids.ts'
import type { WholeDatabase } from './device-database.ts'
import { draftRow } from '../drafts/draft-store.contract.ts'
import { batchOf } from '../journal/testing/batches.ts'
import { noticeRow } from '../notices/notice-store.contract.ts'
import type { InvitationRow, PlanRow } from '../rows.ts'

export const PLAN = parseWorkspaceId('cGxhbi1wbGFuLXBsYW4tcA')!
const OTHER_PLAN = parseWorkspaceId('b3RoZXItb3RoZXItb3RoZQ')!
export const LOCATOR = parseLocator('bG9jYXRvci1sb2NhdG9yLQ')!
const OTHER_LOCATOR = parseLocator('b3RoZXItbG9jYXRvci1vdA')!

export const planRow = (changes: Partial<PlanRow> = {}): PlanRow => ({
  id: PLAN,
  title: 'Mijn plan',
  people: [{ name: 'Ines', colour: 4 }],
  archived: false,
  openedAt: 1_000,
  forWhom: 'me',
  unshared: true,
  sharedAt: null,
  seen: Uint8Array.of(1, 7, 3),
  circle: {
    known: [toPersonId(new Uint8Array(16).fill(3))],
    newcomers: ['Sam'],
    gone: ['Kim'],
    role: 'editor',
    mayRemove: true,
    ended: null,
  },
  agenda: [{ kind: 'step', id: 'x7Fa2_k-9Qw', when: { day: '2026-12-01', time: null }, words: 'Bellen' }],
  news: [{ name: 'Wanda', parts: [{ part: 'goals', title: 'Wat ik wil', things: 2, letters: 40 }], at: 900 }],
  ...changes,
})
const invitationRow = (changes: Partial<InvitationRow> = {}): InvitationRow => ({
  locator: LOCATOR,
  workspace: PLAN,
  kind: 'made',
  link: 'https://weef.example/#/join/x',
  code: null,
  expiresAt: 2_000,
  waiting: null,
  ...changes,
})
const SECRET = new Uint8Array(16).fill(7)

export const describeDeviceDatabase = (name: string, create: () => Promise<WholeDatabase>): void => {
  describe(`device database (${name})`, () => {
    test('[D1] knows nobody at first', async () => {
      const device = await create()
      expect(await device.readPersonSecret()).toBeNull()
      expect(await device.readPlans()).toEqual([])
      expect(await device.readInvitations()).toEqual([])
      expect(await device.readSetting('language')).toBeNull()
    })

    test('[D2] keeps the first secret, so that two tabs are one person', async () => {
      const device = await create()
      const answers = await Promise.all([device.keepPersonSecret(SECRET), device.keepPersonSecret(new Uint8Array(16))])
      expect(answers).toEqual([
        { ok: true, secret: SECRET },
        { ok: true, secret: SECRET },
      ])
      expect(await device.readPersonSecret()).toEqual(SECRET)
    })

    test('[D13] lists a plan that was not there, and leaves one that was', async () => {
      const device = await create()
      expect(await device.addPlan(planRow({ title: 'Eerst' }))).toEqual({ ok: true, added: true })
      expect(await device.addPlan(planRow({ title: 'Later' }))).toEqual({ ok: true, added: false })
      expect((await device.readPlans()).map(({ title }) => title)).toEqual(['Eerst'])
    })

    test('[D12] becomes another person, and keeps the one before with their plans', async () => {
      const device = await create()
      const [before, after] = [parsePersonId('YmVmb3JlLWJlZm9yZS1iZQ')!, parsePersonId('YWZ0ZXItYWZ0ZXItYWZ0ZQ')!]
      await device.keepPersonSecret(SECRET)
      await device.savePlan(planRow())
      expect(await device.readEarlierSecret(before)).toBeNull()
      const other = new Uint8Array(16).fill(8)
      expect(await device.changePerson(other, before)).toEqual({ ok: true })
      expect(await device.readPersonSecret()).toEqual(other)
      expect(await device.readEarlierSecret(before)).toEqual(SECRET)
      await device.savePlan(planRow({ id: OTHER_PLAN }))
      await device.changePerson(SECRET, after)
      expect(await device.readPersonSecret()).toEqual(SECRET)
      expect(await device.readEarlierSecret(after)).toEqual(other)
      const owners = (await device.readPlans()).map(({ id, person }) => [id, person])
      expect(owners.toSorted()).toEqual(
        [
          [PLAN, before],
          [OTHER_PLAN, after],
        ].toSorted(),
      )
      await device.erase()
      expect(await device.readEarlierSecret(before)).toBeNull()
    })

    test('[D13] keeps the secret of a person that another device was before', async () => {
      const device = await create()
      const before = parsePersonId('YmVmb3JlLWJlZm9yZS1iZQ')!
      expect(await device.keepEarlierSecret(before, SECRET)).toEqual({ ok: true })
      expect([await device.readEarlierSecret(before), await device.readPersonSecret()]).toEqual([SECRET, null])
    })

    test('[D14] becomes the same person with another secret: plans of the person so far are to move, in one write', async () => {
      const device = await create()
      const [before, to] = [parsePersonId('YmVmb3JlLWJlZm9yZS1iZQ')!, parsePersonId('YWZ0ZXItYWZ0ZXItYWZ0ZQ')!]
      await device.keepPersonSecret(SECRET)
      await device.savePlan(planRow())
      await device.savePlan(planRow({ id: OTHER_PLAN, person: to }))
      expect(await device.changePerson(new Uint8Array(16).fill(8), before, { movesTo: to })).toEqual({ ok: true })
      const rows = new Map((await device.readPlans()).map((row) => [row.id, row]))
      const move = { from: before, to, stage: 'waiting' }
      expect(rows.get(PLAN)).toMatchObject({ person: before, move })
      expect(rows.get(OTHER_PLAN)?.move ?? null).toBeNull()
      expect(await device.removeEarlierSecret(before)).toEqual({ ok: true })
      expect(await device.readEarlierSecret(before)).toBeNull()
    })

    test('[D3] keeps plans by id, and lists the last opened first', async () => {
      const device = await create()
      await device.savePlan(planRow({ title: 'Oud' }))
      await device.savePlan(planRow({ id: OTHER_PLAN, openedAt: 3_000 }))
      expect(await device.savePlan(planRow({ title: 'Nieuw' }))).toEqual({ ok: true })
      expect((await device.readPlans()).map(({ id, title }) => [id, title])).toEqual([
        [OTHER_PLAN, 'Mijn plan'],
        [PLAN, 'Nieuw'],
      ])
    })

    test('[D3] concurrent changes of one plan all count, and none brings back a plan that was taken off', async () => {
      const device = await create()
      await device.savePlan(planRow({ title: 'Oud', archived: false }))
      await Promise.all([
        device.changePlan(PLAN, (row) => ({ ...row, title: 'Nieuw' })),
        device.changePlan(PLAN, (row) => ({ ...row, archived: true })),
        device.changePlan(PLAN, (row) => ({ ...row, openedAt: row.openedAt + 1 })),
      ])
      expect(await device.readPlans()).toEqual([
        planRow({ title: 'Nieuw', archived: true, openedAt: planRow().openedAt + 1 }),
      ])
      await Promise.all([device.removePlan(PLAN), device.changePlan(PLAN, (row) => ({ ...row, title: 'Terug' }))])
      expect(await device.readPlans()).toEqual([])
    })

    test('[D4] keeps invitations by locator', async () => {
      const device = await create()
      await device.saveInvitation(invitationRow())
      await device.saveInvitation(invitationRow({ kind: 'used', link: null }))
      await device.saveInvitation(invitationRow({ locator: OTHER_LOCATOR, code: '123456' }))
      await device.removeInvitation(OTHER_LOCATOR)
      expect(await device.readInvitations()).toEqual([invitationRow({ kind: 'used', link: null })])
    })

    test('[D5] keeps settings', async () => {
      const device = await create()
      await device.saveSetting('language', 'nl')
      await device.saveSetting('language', 'en')
      expect(await device.readSetting('language')).toBe('en')
    })

    test('[D6] takes a plan off with all that belongs to it, and nothing else', async () => {
      const device = await create()
      for (const id of [PLAN, OTHER_PLAN]) {
        await device.savePlan(planRow({ id }))
        await device.syncStore(id).addRecords([{ seq: 1, bytes: Uint8Array.of(1) }])
        await device.syncStore(id).saveCursor(Uint8Array.of(2))
        await device.syncStore(id).addSalt(Uint8Array.of(3))
        await device.noticeStore(id).save([noticeRow()], new Map([[noticeRow().id, Uint8Array.of(4)]]))
        await device.journalStore(id).append(batchOf(0, [1]))
        await device.drafts.save(draftRow({ plan: id }))
        await device.keepSeenLast(id, 'gezien')
      }
      await device.saveInvitation(invitationRow())
      await device.saveInvitation(invitationRow({ locator: OTHER_LOCATOR, workspace: OTHER_PLAN }))
      await device.removePlan(PLAN)
      expect((await device.readPlans()).map(({ id }) => id)).toEqual([OTHER_PLAN])
      expect((await device.readInvitations()).map(({ locator }) => locator)).toEqual([OTHER_LOCATOR])
      expect(await device.syncStore(PLAN).load()).toEqual({ records: [], cursor: null, salts: [] })
      expect([await device.noticeStore(PLAN).load(), (await device.noticeStore(PLAN).items()).size]).toEqual([[], 0])
      expect((await device.drafts.load()).map(({ plan }) => plan)).toEqual([OTHER_PLAN])
      expect(await Promise.all([PLAN, OTHER_PLAN].map((id) => device.readSeenLast(id)))).toEqual([null, 'gezien'])
      expect(await device.journalStore(PLAN).load()).toBeNull()
      expect((await device.journalStore(OTHER_PLAN).load())?.entries).toHaveLength(1)
      expect(await device.noticeStore(OTHER_PLAN).load()).toHaveLength(1)
      expect((await device.noticeStore(OTHER_PLAN).items()).size).toBe(1)
      expect((await device.syncStore(OTHER_PLAN).load()).records).toHaveLength(1)
      expect((await device.syncStore(OTHER_PLAN).load()).salts).toHaveLength(1)
    })

    test('[D15] keeps what was last seen of a plan that is here, until it is told otherwise or the device is forgotten', async () => {
      const device = await create()
      await device.keepSeenLast(PLAN, 'van een plan dat weg is')
      expect(await device.readSeenLast(PLAN)).toBeNull()
      await device.savePlan(planRow())
      await device.keepSeenLast(PLAN, 'eerst')
      expect(await device.keepSeenLast(PLAN, 'later')).toEqual({ ok: true })
      expect(await device.readSeenLast(PLAN)).toBe('later')
      await device.keepSeenLast(PLAN, null)
      expect(await device.readSeenLast(PLAN)).toBeNull()
      await device.keepSeenLast(PLAN, 'weer')
      await device.erase()
      expect(await device.readSeenLast(PLAN)).toBeNull()
    })

    test('[D7] keeps the data of sync apart per plan', async () => {
      const device = await create()
      await device.syncStore(PLAN).addSalt(Uint8Array.of(1))
      await device.syncStore(PLAN).addRecords([{ seq: 5, bytes: Uint8Array.of(1) }])
      expect(await device.syncStore(OTHER_PLAN).load()).toEqual({ records: [], cursor: null, salts: [] })
      expect((await device.syncStore(PLAN).load()).salts).toHaveLength(1)
    })

    test('[D8] forgets everything when the device is forgotten', async () => {
      const device = await create()
      await device.keepPersonSecret(SECRET)
      await device.savePlan(planRow())
      await device.saveInvitation(invitationRow())
      await device.saveSetting('language', 'nl')
      await device.syncStore(PLAN).addSalt(Uint8Array.of(1))
      await device.noticeStore(PLAN).save([noticeRow()], new Map([[noticeRow().id, Uint8Array.of(4)]]))
      await device.journalStore(PLAN).append(batchOf(0, [1]))
      for (const plan of [PLAN, null]) await device.drafts.save(draftRow({ plan }))
      expect(await device.erase()).toEqual({ ok: true })
      expect(await device.drafts.load()).toEqual([])
      expect(await device.journalStore(PLAN).load()).toBeNull()
      expect(await device.readPersonSecret()).toBeNull()
      expect(await device.readPlans()).toEqual([])
      expect(await device.readInvitations()).toEqual([])
      expect(await device.readSetting('language')).toBeNull()
      expect((await device.syncStore(PLAN).load()).salts).toEqual([])
      expect([await device.noticeStore(PLAN).load(), (await device.noticeStore(PLAN).items()).size]).toEqual([[], 0])
    })
  })
}
