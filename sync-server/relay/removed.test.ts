/** What somebody hears who was removed while they were away. */
import { expect, test } from 'vitest'
import { createTestApp } from '../testing/app.ts'
import { createCircle } from '../testing/circle.ts'

test('[S7] they are told so, and read nothing; nobody else learns it with another key', async () => {
  const { relay, plan, worker, resident, connected } = await createCircle()
  await (await connected(worker)).append(await plan.epoch(worker, { persons: [resident.id] }))
  const [removed, thief] = [createTestApp(relay), createTestApp(relay)]
  await removed.hello(resident, plan.id)
  await thief.hello(resident, plan.id, { signer: worker })
  expect([removed.heard(), removed.closed()]).toEqual([[], 'removed'])
  expect([thief.heard(), thief.closed()]).toEqual([[], 'unknown'])
})
