/** Shares of one workspace's limits (S8): the same on every store, for a relay that starts anew and for another one beside it. */
import { describe, expect, test } from 'vitest'
import type { Chain } from '#shared/chain/chain.ts'
import type { Store } from '../storage/store.ts'
import { createTestApp, type TestApp } from '../testing/app.ts'
import { createCircle, createTestRelay } from '../testing/circle.ts'
import { createTestInvitation, createTestPerson, type TestPerson, type TestWorkspace } from '../testing/people.ts'

const HOUR_MS = 60 * 60_000
const LIMITS = { openInvitations: 20, invitations: 1_000, changes: 40, personEpochs: 3, logBytes: 40_000 }

/** Appends a record, and forgets it where it was refused. */
const tryRecord = async (
  app: TestApp,
  plan: TestWorkspace,
  make: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<string> => {
  const before: Chain = plan.chain()
  app.heard()
  await app.append(await make())
  const answer = app.heard().at(-1) ?? 'nothing'
  if (answer.startsWith('refused')) plan.goBackTo(before)
  return answer.replace(/ \d+$/, '')
}
const invite = async (app: TestApp, plan: TestWorkspace, by: TestPerson, change = {}): Promise<string> => {
  const link = await createTestInvitation()
  const isOwner = plan.chain().members.get(by.id)?.role === 'owner'
  const inviterBecomes = isOwner ? 'same' : 'none' // only by going themselves may others invite
  return tryRecord(app, plan, () => plan.invite(by, link, { role: 'reader', inviterBecomes, ...change }))
}
const epoch = (app: TestApp, plan: TestWorkspace, by: TestPerson) => tryRecord(app, plan, () => plan.epoch(by))
const times = async (count: number, what: () => Promise<string>): Promise<readonly string[]> => {
  const answers: string[] = []
  for (let time = 0; time < count; time++) answers.push(await what())
  return answers
}

/** `open` returns an empty store. */
export const describeShares = (name: string, open: () => Promise<Store>) =>
  describe(`[S8] ${name}: a part for each person`, () => {
    const setUp = async (change: Partial<typeof LIMITS> = {}) => {
      const limits = { ...LIMITS, ...change }
      const circle = await createCircle({ store: await open(), limits })
      const { plan, worker, resident, connected, store, clock } = circle
      /** Another relay on what the first one has stored: the first one started anew, or a second process. */
      const elsewhere = async (as: TestPerson): Promise<TestApp> => {
        const other = createTestRelay({ store, limits })
        other.clock.now = clock.now
        const app = createTestApp(other.relay)
        await app.hello(as, plan.id)
        return app
      }
      const [owner, editor] = [await connected(worker), await connected(resident)]
      return { ...circle, owner, editor, elsewhere }
    }

    test('one member uses up a tenth of the invitations, on whatever relay; the owner goes on', async () => {
      const { plan, worker, resident, owner, editor, elsewhere } = await setUp()
      expect(await times(3, () => invite(editor, plan, resident))).toEqual(['committed', 'committed', 'refused workspace-full']) // prettier-ignore
      expect(await invite(await elsewhere(resident), plan, resident)).toBe('refused workspace-full')
      expect(await invite(owner, plan, worker)).toBe('committed')
    })

    test('expired invitations by a reader fill their own share alone', async () => {
      const { plan, worker, resident, owner, editor } = await setUp()
      expect(await tryRecord(owner, plan, () => plan.role(worker, resident.id, 'reader'))).toBe('committed')
      const answers = await times(101, () => invite(editor, plan, resident, { expiresAt: 0 }))
      expect(answers.slice(98)).toEqual(['committed', 'committed', 'refused workspace-full'])
      expect(await invite(owner, plan, worker)).toBe('committed')
    })

    test('moving to other keys buys no other share', async () => {
      const { plan, resident, editor, elsewhere } = await setUp()
      const [moved, link] = [await createTestPerson(), await createTestInvitation()]
      expect(await invite(editor, plan, resident)).toBe('committed')
      await editor.append(await plan.invite(resident, link, { role: 'editor', inviterBecomes: 'none' }))
      await editor.append(await plan.join(link, moved))
      const app = await elsewhere(moved)
      expect(await times(3, () => invite(app, plan, moved))).toEqual([
        'committed',
        'committed',
        'refused workspace-full',
      ])
      expect(plan.chain().members.has(resident.id)).toBe(false)
    })

    test('keys that nothing called for: some an hour, whatever relay counts; a key that is due is always taken', async () => {
      const { plan, worker, resident, owner, editor, elsewhere, clock } = await setUp()
      expect(await epoch(editor, plan, resident)).toBe('committed') // after the join
      expect(await times(4, () => epoch(editor, plan, resident))).toEqual([...Array.from({ length: 3 }, () => 'committed'), 'refused rate']) // prettier-ignore
      expect(await epoch(await elsewhere(resident), plan, resident)).toBe('refused rate')
      expect(await epoch(owner, plan, worker)).toBe('committed') // an owner heals at any time
      const [guest, link] = [await createTestPerson(), await createTestInvitation()]
      await owner.append(await plan.invite(worker, link), await plan.join(link, guest))
      expect(await epoch(editor, plan, resident)).toBe('committed')
      clock.now -= 24 * HOUR_MS // a clock that is set back makes nobody wait for a day
      expect(await epoch(editor, plan, resident)).toBe('committed')
      expect(await epoch(editor, plan, resident)).toBe('refused workspace-full') // a tenth of all changes
    })

    test('when nothing else has room, somebody is removed, made a reader, leaves, and the plan is closed', async () => {
      const { plan, worker, resident, owner, connected } = await setUp({ openInvitations: 40 })
      const [guest, link] = [await createTestPerson(), await createTestInvitation()]
      await owner.append(await plan.invite(worker, link), await plan.join(link, guest), await plan.epoch(worker))
      const leaver = await connected(guest)
      const answers = await times(37, () => epoch(owner, plan, worker))
      expect(answers.slice(35)).toEqual(['committed', 'refused workspace-full'])
      expect(await tryRecord(owner, plan, () => plan.role(worker, guest.id, 'owner'))).toBe('refused workspace-full')
      expect(await tryRecord(owner, plan, () => plan.role(worker, guest.id, 'reader'))).toBe('committed')
      expect(await tryRecord(owner, plan, () => plan.epoch(worker, { persons: [resident.id] }))).toBe('committed')
      expect(await tryRecord(leaver, plan, () => plan.role(guest, guest.id, null))).toBe('committed')
      expect(await epoch(owner, plan, worker)).toBe('committed') // due after somebody left
      expect(await tryRecord(owner, plan, () => plan.close(worker))).toBe('committed')
    })

    test("one member fills half of the log, all members nine tenths of it; the rest is the owner's", async () => {
      const { plan, worker, resident, owner, editor, elsewhere } = await setUp()
      const write = async (app: TestApp, by: TestPerson): Promise<string> => {
        app.heard()
        await app.append(plan.entry(by, 'x'.repeat(2_700)))
        return (app.heard().at(-1) ?? 'nothing').replace(/ \d+$/, '')
      }
      const filled = async (app: TestApp, by: TestPerson): Promise<number> => {
        for (let count = 0; ; count++) if ((await write(app, by)) !== 'committed') return count
      }
      expect(await filled(editor, resident)).toBe(7)
      expect(await filled(await elsewhere(resident), resident)).toBe(0)
      const [guest, link] = [await createTestPerson(), await createTestInvitation()]
      await owner.append(await plan.invite(worker, link), await plan.join(link, guest))
      expect(await filled(await elsewhere(guest), guest)).toBe(4)
      expect(await filled(await elsewhere(worker), worker)).toBe(2)
    })
  })
