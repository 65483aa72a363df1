import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { setText } from '#domain/document/texts.ts'
import { addGoal, readGoals } from '#domain/goals/goals.ts'
import { NO_UNDO, restoreUndo } from '#domain/undo/stored-undo.ts'
import { createStoryUndo } from '#domain/undo/story-undo.ts'
import { createUndo } from '#domain/undo/undo.ts'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { openDeviceDatabase } from '#storage/device/indexeddb-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { readStoredRows } from '#storage/document/stored-rows.ts'
import { deletesOf } from '#sync/update/delete-set.ts'
import { createFakeEnvironment } from '#sync/testing/fake-environment.ts'
import { fillDisk } from '#testing/full-disk.ts'
import { createDocuments } from './documents.ts'

const PLAN = toWorkspaceId(new Uint8Array(16).fill(7))

afterEach(() => {
  vi.restoreAllMocks()
})

/** The plan as a device that starts now finds it. */
const stored = async (): Promise<string> => {
  const doc = new Y.Doc()
  await readStoredRows(`weef-plan-${PLAN}`, doc)
  return doc.getText('story').toJSON()
}

test('a document keeps formatting that several people set at the same time', async () => {
  const opened = await openDeviceDatabase()
  if (!opened.ok) throw new Error(opened.reason)
  const documents = createDocuments(withPlanStores(opened.database), createFakeEnvironment(), true)
  const made = await documents.open(PLAN)
  if (!made.ok) throw new Error(made.reason)
  const people = [new Y.Doc(), new Y.Doc()] as const
  people[0].getXmlFragment('story').insert(0, [new Y.XmlText('van mij')])
  Y.applyUpdate(people[1], Y.encodeStateAsUpdate(people[0]))
  Y.applyUpdate(made.doc, Y.encodeStateAsUpdate(people[0]))
  for (const each of people) {
    const [line] = each.getXmlFragment('story').toArray() as [Y.XmlText]
    line.format(0, 3, { bold: true })
    Y.applyUpdate(made.doc, Y.encodeStateAsUpdate(each))
  }
  expect(deletesOf(made.doc)).toEqual(new Map())
  await documents.close(PLAN, made.doc, made.copy)
  await documents.remove(PLAN)
})

test('words that were deleted within the hour can be brought back after a reload; with the plan, what undo kept goes too', async () => {
  const opened = await openDeviceDatabase()
  if (!opened.ok) throw new Error(opened.reason)
  const { randomBytes, now } = createFakeEnvironment()
  const documents = createDocuments(withPlanStores(opened.database), createFakeEnvironment(), true)
  const open = async () => {
    const made = await documents.open(PLAN)
    if (!made.ok) throw new Error(made.reason)
    const place = { now, screen: () => '/goals' }
    const stacks = { plan: createUndo(made.doc, place), story: createStoryUndo(made.doc, place) }
    return { ...made, stacks, undoKept: restoreUndo(made.doc, stacks, made.undo) }
  }
  const first = await open()
  const goal = addGoal(first.doc, { title: 'Naar buiten', why: 'Ik zit te veel alleen' }, { randomBytes })
  setText(first.doc, 'goal', goal, 'why', '')
  first.copy.saveUndo(first.undoKept.read(now()))
  await documents.close(PLAN, first.doc, first.copy)

  const second = await open()
  second.stacks.plan.undo()
  expect(readGoals(second.doc)[0]?.why).toBe('Ik zit te veel alleen')
  await documents.close(PLAN, second.doc, second.copy)
  await documents.remove(PLAN)

  const third = await open()
  expect(third.undo).toEqual(NO_UNDO)
  await documents.close(PLAN, third.doc, third.copy)
  await documents.remove(PLAN)
})

test('a document that replaces a false preview is not stored before the salt of its words either', async () => {
  const opened = await openDeviceDatabase()
  if (!opened.ok) throw new Error(opened.reason)
  const documents = createDocuments(withPlanStores(opened.database), createFakeEnvironment(), true)
  const doc = new Y.Doc()
  doc.getText('story').insert(0, 'van mij')
  const replace = () => documents.replace(PLAN, Y.encodeStateAsUpdate(doc), new Uint8Array(1))
  fillDisk('salts')
  await documents
    .syncStore(PLAN)
    .addSalt(new Uint8Array(8))
    .catch(() => {})
  await replace()
  expect(await stored()).toBe('')
  vi.restoreAllMocks()
  await replace()
  expect(await stored()).toBe('van mij')
})
