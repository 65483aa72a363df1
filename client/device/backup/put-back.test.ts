/** One plan of a file, put where there is none, or beside what is there. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { toPersonId, toWorkspaceId } from '#shared/protocol/ids.ts'
import { recordBytes } from '#shared/golden/vectors.ts'
import type { SavedPlan } from '#storage/backup/backup-sections.ts'
import { planRow } from '#storage/device/device-database.contract.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { decodeCursor, encodeCursor } from '#sync/log/cursor.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import { createFakeEnvironment } from '#sync/testing/fake-environment.ts'
import { createDocuments } from '../store/documents.ts'
import { putPlan } from './put-back.ts'

const ID = toWorkspaceId(new Uint8Array(16).fill(7))
const [ME, BEFORE] = [toPersonId(new Uint8Array(16).fill(1)), toPersonId(new Uint8Array(16).fill(2))]
const START = { ...startOfLog(ID), records: 0 }
const PREVIEW = encodeCursor({ ...START, preview: { seq: 9, digest: new Uint8Array(32), author: BEFORE } })
const FURTHER = encodeCursor({ ...START, seq: 4, bytes: 100 })
const ROOT = recordBytes('root')
const OTHER = recordBytes('invite')

const documentOf = (words: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('story').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}
const saved = (changes: Partial<SavedPlan> = {}): SavedPlan => ({
  row: planRow({ id: ID, title: 'Uit het bestand', person: null }),
  document: documentOf('uit het bestand'),
  records: [{ seq: 1, bytes: ROOT }],
  salts: [new Uint8Array(8).fill(1)],
  journal: null,
  invitations: [],
  cursor: null,
  ...changes,
})
/** `here`: the plan is on this device already. */
const openDevice = async (here: boolean) => {
  const database = withPlanStores(createMemoryDeviceDatabase())
  const documents = createDocuments(database, createFakeEnvironment(), false)
  if (here) {
    await database.savePlan(planRow({ id: ID, title: 'Van hier', person: null }))
    await documents.merge(ID, documentOf('van hier'))
  }
  const read = async (): Promise<string> => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, (await documents.copyOf(ID)) ?? new Uint8Array(0))
    return doc.getText('story').toJSON()
  }
  const stored = () => documents.syncStore(ID).load()
  return { context: { database, documents, me: ME }, read, stored, store: documents.syncStore(ID), database }
}

describe('a plan that is here', () => {
  test('keeps its title and words, gets those of the file, and reads the log from its start', async () => {
    const device = await openDevice(true)
    await device.store.saveCursor(FURTHER)
    expect(await putPlan(device.context, saved())).toEqual({ ok: true })
    expect([...(await device.read()).matchAll(/van hier|uit het bestand/g)]).toHaveLength(2)
    expect((await device.database.readPlans()).map(({ title }) => title)).toEqual(['Van hier'])
    const { cursor, salts } = await device.stored()
    expect([cursor && decodeCursor(cursor)?.seq, salts.length]).toEqual([0, 1])
    await putPlan(device.context, saved())
    expect((await device.stored()).salts).toHaveLength(1)
  })
  test('and stands here as another person stays as it is', async () => {
    const device = await openDevice(true)
    expect(await putPlan(device.context, saved({ row: planRow({ id: ID, person: BEFORE }) }))).toBe('skipped')
    expect([await device.read(), (await device.stored()).salts]).toEqual(['van hier', []])
  })
  test('keeps knowing that its document is only a preview', async () => {
    const device = await openDevice(true)
    await device.store.saveCursor(PREVIEW)
    expect(await putPlan(device.context, saved())).toEqual({ ok: true })
    expect((await device.stored()).cursor).toEqual(PREVIEW)
  })
  test('takes no preview of the file: nobody has compared it with the log', async () => {
    const device = await openDevice(true)
    expect(await putPlan(device.context, saved({ cursor: PREVIEW }))).toBe('skipped')
    expect(await device.read()).toBe('van hier')
  })
  test('of which only the beginning is known gets the records that follow', async () => {
    const device = await openDevice(true)
    await device.store.addRecords([{ seq: 1, bytes: ROOT }])
    const records = [
      { seq: 1, bytes: ROOT },
      { seq: 2, bytes: OTHER },
    ]
    await putPlan(device.context, saved({ records }))
    expect((await device.stored()).records).toEqual(records)
  })
  test('with other records keeps them: two chains are never mixed', async () => {
    const device = await openDevice(true)
    const mine = [{ seq: 1, bytes: recordBytes('join') }]
    await device.store.addRecords(mine)
    await putPlan(device.context, saved({ records: [{ seq: 2, bytes: ROOT }] }))
    expect((await device.stored()).records).toEqual(mine)
  })
})

describe('a plan that is not here', () => {
  test('stands on the list once it is whole, as the person that it was', async () => {
    const device = await openDevice(false)
    expect(
      await putPlan(device.context, saved({ row: planRow({ id: ID, title: 'Uit het bestand', person: BEFORE }) })),
    ).toEqual({
      ok: true,
    })
    expect(await device.database.readPlans()).toMatchObject([{ title: 'Uit het bestand', person: BEFORE }])
    expect(await device.read()).toBe('uit het bestand')
  })
  test('is a preview still, if it was one', async () => {
    const device = await openDevice(false)
    expect(await putPlan(device.context, saved({ cursor: PREVIEW }))).toEqual({ ok: true })
    expect((await device.stored()).cursor).toEqual(PREVIEW)
  })
  test('and is a preview in a way that this app cannot read stays away', async () => {
    const device = await openDevice(false)
    expect(await putPlan(device.context, saved({ cursor: Uint8Array.of(99, 1, 2) }))).toBe('skipped')
    expect(await device.database.readPlans()).toEqual([])
  })
})
