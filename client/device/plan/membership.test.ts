/** Coming and going, at the whole device: removed, leaving, closing, and every way back. */
import { expect } from 'vitest'
import * as Y from 'yjs'
import { setMyName } from '#domain/plan/people.ts'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import type { InviteOptions, OpenPlan, OpenPlanHandle } from '#ports/open-plan.ts'
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { createMembership } from './membership.ts'
import { joinWith } from '../invitation/invitations.ts'
import { invite } from '../invitation/inviting.ts'
import { letIn } from '#e2e/testing/let-in.ts'
import { DEVICE, planOf, read, write } from '#e2e/testing/real-device.ts'
import { type Here, RELAY } from '#e2e/testing/relay-room.ts'
import { test as base } from '#e2e/testing/room-test.ts'

const LINK: InviteOptions = { role: 'editor', handOver: false, lifetime: 'link', withCode: false }

type Other = { readonly here: Here; readonly keys: KeyHolder; readonly doc: PlanDoc }
type Fixtures = {
  /** A plan of this device's owner, on screen. */
  mine: OpenPlan
  /** Opens a plan of this device. */
  open(id: WorkspaceId): Promise<OpenPlan>
  /** Another person's device, which joins with this link. */
  meet(link: string): Promise<Other>
  /** The same plan, handed over to another person: this device's is an editor in it. */
  joined: { readonly owner: Other; readonly id: WorkspaceId; inviteAgain(options?: InviteOptions): Promise<string> }
}

const test = base.extend<Fixtures>({
  open: async ({ app, room }, use) => {
    const handles: OpenPlanHandle[] = []
    await use(async (id) => {
      const handle = app.device.openPlan(id)
      handles.push(handle)
      return planOf(room, handle)
    })
    for (const handle of handles) await room.during(handle.close())
  },
  mine: async ({ app, room, open }, use) => {
    const plan = await open(await app.device.startPlan({ title: 'Plan', name: 'Ans', forWhom: 'me' }))
    await room.until(() => plan.sharing().connection === 'online')
    await use(plan)
  },
  meet: async ({ room }, use) => {
    await use(async (link) => {
      const environment = room.environmentOf('phone')
      const database = withPlanStores(createMemoryDeviceDatabase())
      const keys = await deriveKeyHolder(new Uint8Array(16).fill(9))
      const context = { database, environment, relay: RELAY, visits: new Map(), appUrl: 'https://weef.test/' }
      const found = parseInvitationLink(link)!
      expect((await room.during(joinWith(context, found, '', keys))).ok).toBe(true)
      const document = Y.encodeStateAsUpdate(new Y.Doc())
      const here = await room.openAs(found.workspace, keys, 'phone', {
        store: database.syncStore(found.workspace),
        document,
      })
      await room.until(() => here.session.state().connection === 'online')
      return { here, keys, doc: here.doc as PlanDoc }
    })
  },
  joined: async ({ room, mine, meet }, use) => {
    const made = await room.during(mine.invite({ ...LINK, role: 'owner', handOver: true }))
    if (!made.ok) throw new Error('There is an invitation.')
    const owner = await meet(made.link)
    setMyName(owner.doc, owner.keys.id, 'Wanda', room.environmentOf('phone'))
    await room.until(() => mine.role() === 'editor' && mine.members().some(({ name }) => name === 'Wanda'))
    await room.pass(2_000) // the epoch after the join
    const database = withPlanStores(createMemoryDeviceDatabase())
    const context = {
      database,
      environment: room.environmentOf('phone'),
      relay: RELAY,
      visits: new Map(),
      appUrl: 'https://weef.test/',
    }
    await use({
      owner,
      id: mine.id,
      async inviteAgain(options = LINK) {
        const again = await room.during(
          invite(
            { context, session: owner.here.session, workspace: mine.id, person: owner.keys },
            options,
            { name: 'not-said' },
            '',
          ),
        )
        if (!again.ok) throw new Error('There is an invitation.')
        return again.link
      },
    })
  },
})

const rule = ({ here, keys }: Other) => createMembership(here.session, keys, (length) => new Uint8Array(length).fill(7))

test('an owner takes somebody out: the others see them go, and they get nothing more', async ({ room, mine, meet }) => {
  const made = await room.during(mine.invite(LINK))
  if (!made.ok) throw new Error('There is an invitation.')
  const other = await meet(made.link)
  await room.until(() => mine.members().length === 2)
  expect(await room.during(mine.removeMember(other.keys.id))).toEqual({ ok: true })
  await room.until(() => mine.members().length === 1)
  write(mine.doc, 'Zonder jou.')
  await room.pass(5_000)
  expect(read(other.doc)).toBe('')
  expect(other.here.session.state().connection).toEqual({ refused: 'removed' })
  expect(await room.during(mine.removeMember(other.keys.id))).toEqual({ ok: true }) // once is enough
})

test('without a connection nobody is removed, nobody leaves, nothing is closed', async ({ room, joined, mine }) => {
  room.network.setOffline(DEVICE, true)
  await room.settle()
  const offline = { ok: false, reason: 'offline' }
  expect(await room.during(mine.removeMember(joined.owner.keys.id))).toEqual(offline)
  expect(await room.during(mine.leave())).toEqual(offline)
  expect(await room.during(mine.closeForAll())).toEqual(offline)
  expect(mine.ended()).toBeNull()
})

test('removed: who did it is told, the words stay to be read, and the pen is put down', async ({
  room,
  joined,
  mine,
  open,
}) => {
  write(mine.doc, 'Van mij.')
  await room.until(() => mine.sharing().shared.name === 'shared')
  expect(await room.during(rule(joined.owner).removeMember(mine.me))).toEqual({ ok: true })
  await room.until(() => mine.ended() !== null)
  expect(mine.ended()).toEqual({ how: 'removed', by: joined.owner.keys.id })
  expect(mine.sharing().connection).toEqual({ refused: 'removed' })
  expect([mine.role(), read(mine.doc)]).toEqual(['reader', 'Van mij.'])
  const again = await open(mine.id) // as after a reload
  expect([again.ended()?.by, read(again.doc)]).toEqual([joined.owner.keys.id, 'Van mij.'])
})

test('a removed person joins again with a new invitation, and what was not shared arrives then', async ({
  app,
  room,
  joined,
  mine,
  open,
}) => {
  write(mine.doc, 'Gedeeld.')
  await room.until(() => read(joined.owner.doc) === 'Gedeeld.')
  room.freeze(DEVICE)
  write(mine.doc, 'Nog niet.')
  expect(await room.during(rule(joined.owner).removeMember(mine.me))).toEqual({ ok: true })
  room.thaw(DEVICE)
  await room.until(() => mine.ended() !== null)
  expect(mine.ended()?.by).toBe(joined.owner.keys.id) // the log told it before the connection ended
  const link = parseInvitationLink(await joined.inviteAgain())!
  expect(await room.during(app.device.previewInvitation(link))).toMatchObject({ ok: true, kind: 'open' })
  expect(await room.during(app.device.join(link, { name: '', code: '' }))).toMatchObject({ ok: true })
  const again = await open(mine.id)
  await room.until(() => read(joined.owner.doc) === 'Gedeeld. Nog niet.')
  expect([again.ended(), again.role()]).toEqual([null, 'editor'])
})

test('removed while away: the relay alone says so, nobody is named, and writing goes on here', async ({
  room,
  joined,
  mine,
}) => {
  room.network.setOffline(DEVICE, true)
  await room.settle()
  expect(await room.during(rule(joined.owner).removeMember(mine.me))).toEqual({ ok: true })
  room.network.setOffline(DEVICE, false)
  await room.until(() => mine.ended() !== null)
  expect([mine.ended(), mine.role()]).toEqual([{ how: 'removed', by: null }, 'editor'])
})

test('whoever leaves shares what they wrote first, and keeps a copy that says so', async ({ room, joined, mine }) => {
  write(mine.doc, 'Nog even dit.')
  expect(await room.during(mine.leave())).toEqual({ ok: true })
  await room.until(() => mine.ended() !== null)
  expect([mine.ended(), mine.role()]).toEqual([{ how: 'left', by: mine.me }, 'reader'])
  await room.until(() => read(joined.owner.doc) === 'Nog even dit.')
  expect(joined.owner.here.session.state().chain?.members.size).toBe(1)
})

test('the last owner cannot leave', async ({ room, mine }) => {
  expect(await room.during(mine.leave())).toEqual({ ok: false, reason: 'refused' })
  expect(mine.ended()).toBeNull()
})

test('closed: the relay has nothing left, and everybody keeps a copy to read', async ({
  app,
  room,
  joined,
  mine,
  open,
}) => {
  write(mine.doc, 'Tot hier.')
  await room.until(() => read(joined.owner.doc) === 'Tot hier.')
  expect(await room.during(mine.closeForAll())).toEqual({ ok: false, reason: 'refused' }) // an editor
  expect(await room.during(rule(joined.owner).closeForAll())).toEqual({ ok: true })
  await room.until(() => mine.ended() !== null)
  expect([mine.ended(), mine.role(), read(mine.doc)]).toEqual([
    { how: 'closed', by: joined.owner.keys.id },
    'reader',
    'Tot hier.',
  ])
  expect(await room.countEntries(mine.id)).toBe(0)
  const again = await open(mine.id)
  expect([again.ended()?.how, read(again.doc)]).toEqual(['closed', 'Tot hier.'])
  await room.during(app.device.openPlan(mine.id).close())
  app.background.start()
  await room.pass(5_000)
  expect(room.network.wires().filter(({ device }) => device === DEVICE)).toEqual([]) // a visit has nothing to wait for
})

test('who joins while the plan is closed is told at home and on opening, once; and that one was removed', async ({
  app,
  room,
  joined,
  mine,
  open,
}) => {
  const summary = () => app.device.plans().find(({ id }) => id === mine.id)?.circle
  await room.during(app.device.openPlan(mine.id).close())
  expect(summary()).toEqual({ known: expect.any(Array), newcomers: [], renewed: [], mayRemove: false, ended: null })
  const stranger = await letIn(room, await joined.inviteAgain())
  app.background.start()
  await room.until(() => summary()?.newcomers.length === 1)
  const again = await open(mine.id)
  expect(again.newcomers().map(({ person }) => person)).toEqual([stranger.id])
  await room.during(app.device.openPlan(mine.id).close())
  expect(summary()?.newcomers).toEqual([])
  expect(await room.during(rule(joined.owner).removeMember(mine.me))).toEqual({ ok: true })
  await room.pass(16 * 60_000)
  await room.until(() => summary()?.ended === 'removed')
})

test('who joins, and what another lets me do, is told while the plan is open too', async ({ room, joined, mine }) => {
  // Whom this person invited is nobody new to them; that they gave the plan away is another role.
  expect([mine.newcomers(), mine.roleBefore()]).toEqual([[], 'owner'])
  await letIn(room, await joined.inviteAgain())
  await room.until(() => mine.newcomers().length === 1)
  expect(await room.during(rule(joined.owner).setRole(mine.me, 'reader'))).toEqual({ ok: true })
  await room.until(() => mine.role() === 'reader')
  await room.during(rule(joined.owner).setRole(mine.me, 'owner'))
  await room.until(() => mine.roleBefore() === null)
})
