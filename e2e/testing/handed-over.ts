/** A plan that this device's owner handed over: an owner who decides, and this device's person who writes in it. */
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
import { joinWith } from '#device/invitation/invitations.ts'
import { invite } from '#device/invitation/inviting.ts'
import { createMembership } from '#device/plan/membership.ts'
import { planOf } from './real-device.ts'
import { type Here, RELAY } from './relay-room.ts'
import { test as base } from './room-test.ts'

export const LINK: InviteOptions = { role: 'editor', handOver: false, lifetime: 'link', withCode: false }

export type Other = { readonly here: Here; readonly keys: KeyHolder; readonly doc: PlanDoc }
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

export const test = base.extend<Fixtures>({
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
      const found = parseInvitationLink(link)
      if (found === null) throw new Error('There is an invitation.')
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

export const rule = ({ here, keys }: Other) =>
  createMembership(here.session, keys, (length) => new Uint8Array(length).fill(7))
