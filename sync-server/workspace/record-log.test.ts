/** What a relay keeps of the records; where their signatures are checked, and where they are not (THREAT_MODEL: the relay). */
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Chain } from '#shared/chain/chain.ts'
import { type ChainResult, extendChain } from '#shared/chain/extend.ts'
import { checkStore } from '../inventory/check.ts'
import { openFileSnapshot } from '../inventory/open.ts'
import { openSqliteStore } from '../storage/sqlite/open-sqlite.ts'
import { openDatabase } from '../storage/sqlite/sqlite-file.ts'
import { createTestApp } from '../testing/app.ts'
import { createCircle, createTestRelay } from '../testing/circle.ts'
import { makeFolder } from '../testing/folder.ts'
import { createTestInvitation, createTestPerson } from '../testing/people.ts'
import { membershipChangeOf } from './membership-changes.ts'
import { readRecords } from './record-log.ts'

test('a chain without boxes goes on exactly like the whole chain', async () => {
  const { plan, worker, resident, store, connected } = await createCircle()
  const [link, other] = [await createTestInvitation(), await createTestInvitation()]
  const app = await connected(worker)
  const guest = await createTestPerson()
  await app.append(await plan.invite(worker, link), await plan.join(link, guest), await plan.epoch(worker))
  await app.append(await plan.role(worker, guest.id, 'reader'), await plan.invite(worker, other))
  await app.append(await plan.epoch(worker, { persons: [resident.id] }), await plan.epoch(worker))
  await app.append(await plan.close(worker))
  expect(app.heard().every((said) => said.startsWith('committed'))).toBe(true)
  let whole: Chain | null = null
  for await (const { chain, seq } of readRecords(store, plan.id, null, Infinity)) {
    const [item] = await store.read(plan.id, { after: seq - 1, maxItems: 1, maxBytes: 1, recordsOnly: true })
    const extended: ChainResult = await extendChain(whole, item?.bytes ?? new Uint8Array(0))
    if (!extended.ok) throw new Error(extended.reason)
    whole = extended.chain
    expect([chain.boxes.size, { ...chain, boxes: whole.boxes }]).toEqual([0, whole])
  }
  expect(whole?.closed).toBe(true)
})

/** The same record with a signature that nobody made. */
const forged = (record: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const copy = record.slice()
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1
  return copy
}

test('a forged record is refused when it comes; one that lies in the store is found by verify and by repair, not by who reads on', async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const { store } = await openSqliteStore(folder.path, 0)
  const { plan, worker, connected, head } = await createCircle({ store })
  const record = forged(await plan.invite(worker, await createTestInvitation()))
  const app = await connected(worker)
  await app.append(record)
  expect(app.heard()).toEqual(['refused invalid'])

  const request = { workspace: plan.id, expectedRecord: 2, receivedAt: 5, items: [record] }
  const [stored] = await store.append([{ ...request, ...membershipChangeOf(null, plan.chain()) }])
  expect(stored?.ok).toBe(true)
  const { relay } = createTestRelay({ store }) // another process: nothing of it in memory
  const late = createTestApp(relay)
  await late.hello(worker, plan.id)
  expect(late.heard()).toEqual([`items 1-${head + 1}`, `live ${head + 1}`])
  await store.close()

  const path = join(folder.path, 'weef.sqlite')
  const snapshot = openFileSnapshot(path)
  expect((await checkStore(snapshot)).faults).toEqual([
    expect.stringMatching(/item 4 is no valid record \(bad-signature\)\.$/),
  ])
  await snapshot.close()
  const database = openDatabase(path)
  database.exec('UPDATE workspaces SET head = head + 1') // damage, so that the next start repairs
  database.close()
  const repaired = await openSqliteStore(folder.path, 1)
  expect(repaired.repaired?.items).toBe(head)
  expect((await repaired.store.head(plan.id))?.seq).toBe(head)
  await repaired.store.close()
})
