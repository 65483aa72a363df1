/** Named states for previews: what the device holds, and the state of its plan. */
import * as Y from 'yjs'
import type { Platform } from '#ports/platform.ts'
import type { PlanSummary, PreviewResult } from '#ports/device.ts'
import { CARD, type FakeDeviceOptions } from './fake-device.ts'
import {
  alarm,
  BROTHER,
  createFakePlan,
  createRandomness,
  locator,
  ME,
  MINUTE_MS,
  NOW,
  personId,
  WORKER,
  workspaceId,
} from './fake-plan.ts'
import { insideAFile } from './coming-back.ts'
import { historyScenes } from './history-scene.ts'
import { createLargeStoryPlan } from './large-story-scene.ts'
import { lastSeen } from './last-seen.ts'
import { longWords } from './long-words.ts'
import { manyPlans } from './many-plans.ts'
import { notes } from './sample-notes.ts'
import { invitationScenes } from './invitation-scenes.ts'
import { cardScenes } from './card-scenes.ts'
import { halfTyped } from './half-typed.ts'
import { wheelScenes } from './wheel-scenes.ts'
import { createSamplePlan } from './sample-plan.ts'

type Scene = {
  device?: FakeDeviceOptions
  platform?: Partial<Platform>
  needRefresh?: boolean
  page?: 'insecure' | 'left'
}
const DAY_MS = 24 * 60 * MINUTE_MS
const faces = [
  { name: 'Ans', colour: 2 },
  { name: 'Wanda', colour: 5 },
]
const plans: readonly PlanSummary[] = [
  { id: workspaceId(7), title: 'Mijn plan', archived: false, openedAt: NOW, people: faces, unshared: false, news: [] },
  {
    id: workspaceId(8),
    title: 'Schuldhulpverleningstraject en arbeidsongeschiktheidsverzekering',
    archived: false,
    openedAt: NOW - DAY_MS,
    people: [...faces, { name: '', colour: 1 }, { name: 'Émile', colour: 3 }, { name: 'Zoë', colour: 4 }],
    unshared: true,
    news: [],
  },
  {
    id: workspaceId(9),
    title: 'Oud plan',
    archived: true,
    openedAt: NOW - 40 * DAY_MS,
    people: [],
    unshared: false,
    news: [],
  },
]

const invited = (changes: Partial<Extract<PreviewResult, { kind: 'open' }>>): PreviewResult => ({
  ok: true,
  kind: 'open',
  role: 'owner',
  people: 1,
  expiresAt: NOW + 10 * MINUTE_MS,
  greeting: { inviter: 'Wanda', organisation: 'Buurtteam Oost', whose: { name: 'theirs' } },
  needsCode: false,
  ...changes,
})

const three = createFakePlan({
  members: [ME, WORKER, BROTHER],
  invitations: [
    {
      locator: locator(1),
      role: 'editor',
      expiresAt: NOW + 6 * DAY_MS,
      inviter: ME.person,
      byMe: true,
      link: 'https://weef.example/#/join/x',
      failure: null,
    },
    {
      locator: locator(2),
      role: 'reader',
      expiresAt: NOW + 8 * MINUTE_MS,
      inviter: WORKER.person,
      byMe: false,
      link: null,
      failure: null,
    },
  ],
})
const troubled = createFakePlan({
  members: [ME, WORKER],
  sharing: { saved: { failed: 'full' }, shared: { name: 'not-shared-yet' }, connection: { refused: 'removed' } },
  alarms: [
    alarm('bad-record'),
    alarm('incomplete', { person: WORKER.person, count: 12 }),
    alarm('bad-checkpoint', { person: personId(9), lost: 'Wat ik er zelf nog bij schreef.', at: NOW - DAY_MS }),
    alarm('too-late', { person: ME.person, at: NOW - 400 * DAY_MS }),
  ],
})
const offline = createFakePlan({
  members: [ME, { ...WORKER, here: false }],
  sharing: { saved: 'saved', shared: { name: 'not-shared-yet' }, connection: 'offline' },
})
const busy = createFakePlan({
  members: [ME, WORKER],
  sharing: { saved: 'saved', shared: { name: 'not-shared-yet' }, connection: 'offline', busy: true },
  inviteResult: () => ({ ok: false, reason: 'too-many' }),
})
const fullRelay = createFakePlan({
  members: [ME, WORKER],
  sharing: { saved: 'saved', shared: { name: 'not-shared-yet' }, connection: { refused: 'relay-full' } },
})
const reader = createFakePlan({
  members: [
    { ...ME, role: 'reader' },
    { ...WORKER, role: 'owner' },
  ],
})
const alone = createFakePlan({
  members: [ME],
  sharing: { saved: 'saved', shared: { name: 'only-here' }, connection: 'offline' },
})
const removed = createFakePlan({
  members: [
    { ...ME, role: 'reader' },
    { ...WORKER, role: 'owner' },
  ],
  ended: { how: 'removed', by: WORKER.person },
  sharing: { saved: 'saved', shared: { name: 'not-shared-yet' }, connection: { refused: 'removed' } },
})
const closed = createFakePlan({
  members: [{ ...ME, role: 'reader' }, WORKER],
  ended: { how: 'closed', by: ME.person },
  sharing: { saved: 'saved', shared: { name: 'shared', at: NOW }, connection: { refused: 'closed' } },
})
const joined = createFakePlan({
  members: [ME, WORKER, BROTHER],
  newcomers: [WORKER, BROTHER],
  gone: [{ ...BROTHER, name: 'Sam' }],
  roleBefore: 'editor',
})
const withNewcomers = plans.map((plan, index) => ({
  ...plan,
  circle: {
    newcomers: index === 0 ? ['Wanda', ''] : [],
    gone: index === 0 ? ['Sam'] : [],
    mayRemove: true,
    ended: index === 1 ? ('left' as const) : null,
  },
}))
const twoTitles = createFakePlan({ title: 'Mijn plan' })
const elsewhere = createFakePlan({ title: 'Ons plan', seed: 5 })
Y.applyUpdate(twoTitles.doc, Y.encodeStateAsUpdate(elsewhere.doc))
const sample = createFakePlan(createSamplePlan(createRandomness(), NOW))

const practice = createFakePlan({
  title: 'Oefenplan van Samira',
  practice: true,
  members: [
    { ...ME, name: 'Samira' },
    { ...WORKER, name: 'Wilma', here: false },
  ],
  sharing: { saved: 'saved', shared: { name: 'practice' }, connection: 'online' },
})

export const scenes: Record<string, Scene> = {
  'large-story': { device: { plans, plan: createLargeStoryPlan().plan } },
  first: { device: { plans: [] } },
  plans: { device: { plans, persistence: 'refused', plan: three.plan } },
  sixty: manyPlans(faces),
  'long-words': longWords(),
  practice: { device: { plans, plan: practice.plan } },
  'other-card': { device: { plans, checked: { ok: true, device: 'other' } } },
  'wrong-card': { device: { checked: { ok: false, fault: { name: 'group', group: 3 } } } },
  'inside-a-file': { device: { plans, backup: insideAFile(plans) } },
  'from-link': { device: {}, platform: { incomingCard: () => CARD.characters } },
  chosen: {
    device: {
      plans: plans.map((plan) => ({ ...plan, myName: 'Ans' })),
      storage: { name: 'memory', reason: 'chosen' },
      plan: three.plan,
    },
  },
  offered: { device: { plans, plan: sample.plan, proposed: [] } },
  'already-in': { device: { preview: { ok: true, kind: 'member', workspace: workspaceId(7), mine: true } } },
  'taken-off': { device: { preview: { ok: true, kind: 'taken-off', workspace: workspaceId(7) } } },
  memory: { device: { plans: [], storage: { name: 'memory', reason: 'unavailable' } } },
  three: { device: { plans, plan: three.plan }, platform: { share: async () => {} } },
  troubled: { device: { plans, plan: troubled.plan } },
  offline: { device: { plans, plan: offline.plan } },
  busy: { device: { plans, plan: busy.plan, preview: invited({}), joined: { ok: false, reason: 'busy' } } },
  full: { device: { plans, plan: fullRelay.plan } },
  reader: { device: { plans, plan: reader.plan } },
  alone: { device: { plans, plan: alone.plan } },
  sample: { device: { plans, plan: sample.plan } },
  typed: { device: { plans, plan: sample.plan, drafts: halfTyped(sample.doc) } },
  removed: { device: { plans: withNewcomers, plan: removed.plan, drafts: { 'wish/new': 'Een hond om mee te wan' } } },
  closed: { device: { plans: withNewcomers, plan: closed.plan } },
  newcomers: { device: { plans: withNewcomers, plan: joined.plan } },
  ...historyScenes(plans),
  titles: { device: { plans, plan: twoTitles.plan } },
  'last-seen': { device: { plans, openState: { name: 'opening' }, seenLast: lastSeen } },
  elsewhere: { device: { plans, openState: { name: 'elsewhere' } } },
  damaged: { device: { plans, openState: { name: 'failed', reason: 'damaged' } } },
  invited: { device: { preview: invited({}) } },
  code: {
    device: {
      preview: invited({ role: 'editor', people: 3, greeting: null, needsCode: true }),
      joined: { ok: false, reason: 'wrong-code' },
    },
  },
  used: { device: { preview: { ok: false, reason: 'used', greeting: null } } },
  webview: {
    device: { preview: invited({}) },
    platform: {
      userAgent: 'Mozilla/5.0 (Linux; Android 10; K; wv) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36',
    },
  },
  update: { device: { plans }, needRefresh: true },
  insecure: { page: 'insecure' },
  left: { page: 'left' },
  ...wheelScenes,
  notes: { device: { plans, plan: three.plan, notes } },
  'home-alarms': { device: { plans, homeAlarms: [alarm('not-own', { person: ME.person }), alarm('unsigned')] } },
  ...cardScenes(plans),
  ...invitationScenes(plans),
}
