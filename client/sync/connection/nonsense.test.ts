/** Found by the simulation: a relay's nonsensical answers leave no request waiting for ever. */
import { expect } from 'vitest'
import { type Circle, createCircle, holderOf } from '#keys/testing/circle.ts'
import { makeRole } from '#keys/make-records.ts'
import type { Here } from '#e2e/testing/relay-room.ts'
import { test as base } from '#e2e/testing/room-test.ts'

/** A worker alone, online. */
const test = base.extend<{ circle: Circle; worker: Here }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures from the pattern.
  circle: async ({}, use) => use(await createCircle('worker')),
  worker: async ({ room, circle }, use) => use((await room.gather(circle, circle.records, 'worker'))[0]),
})

test('a record acknowledged at a place behind one that it does not follow is answered', async ({
  room,
  circle,
  worker,
}) => {
  room.freeze('worker')
  const answer = worker.session.append(async () => circle.records[0]!)
  await room.pass(50)
  room.lie('worker', { type: 'committed', seq: 2, receivedAt: 0 })
  expect(await room.during(answer)).toBe('offline')
})

test('a record acknowledged at the place of another record does not count as appended', async ({ room, worker }) => {
  const owner = await holderOf('worker')
  room.freeze('worker')
  const answer = worker.session.append(async (chain) => makeRole(chain, owner, owner.id, 'owner'))
  await room.pass(50)
  room.lie('worker', { type: 'committed', seq: 1, receivedAt: 0 })
  expect(await room.during(answer)).toBe('offline')
})

test('a record acknowledged at an impossible place is answered', async ({ room, worker }) => {
  const { id } = await holderOf('worker')
  room.freeze('worker')
  const answer = worker.session.append(async (chain) => makeRole(chain, await holderOf('worker'), id, 'owner'))
  await room.pass(50)
  room.lie('worker', { type: 'committed', seq: 99, receivedAt: 0 })
  expect(await room.during(answer)).toBe('offline')
})

test('an entry acknowledged at a place that is taken is not sent again and again', async ({ room, circle, worker }) => {
  room.freeze('worker')
  worker.doc.getText('story').insert(0, 'mine')
  await room.pass(3_000)
  room.lie('worker', { type: 'committed', seq: 1, receivedAt: 0 })
  await room.settle()
  expect(worker.session.state()).toMatchObject({ connection: 'offline', dirty: true })
  room.thaw('worker')
  await room.until(() => !worker.session.state().dirty)
  expect(await room.countEntries(circle.chain().workspace)).toBe(1)
})
