import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { toWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { makeFolder } from '../testing/folder.ts'
import { openSqliteStore } from './open-sqlite.ts'
import { openDatabase } from './sqlite-file.ts'
import { createSqliteStore } from './sqlite.ts'
import { describeStore, type Opened } from './store.contract.ts'
import { NO_RECORD } from './store.ts'

const [PLAN, OTHER] = [1, 2].map((fill) => toWorkspaceId(new Uint8Array(16).fill(fill))) as [WorkspaceId, WorkspaceId]
/** A root, as far as a store looks into one. */
const BEGINNING = { expectedRecord: NO_RECORD, receivedAt: 0, items: [Uint8Array.of(0)], joined: [], ended: [] }

describeStore('sqlite', async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const open = async (): Promise<Opened> => {
    const { store } = await openSqliteStore(folder.path, 0)
    return { store, reopen: open }
  }
  return open()
})

test('what a failed commit numbered is forgotten: the next items take its places', async () => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const database = openDatabase(join(folder.path, 'weef.sqlite'))
  const store = createSqliteStore(database)
  const both = [PLAN, OTHER].map((workspace) => ({ ...BEGINNING, workspace }))
  await store.append(both)
  database.exec(`CREATE TRIGGER fails BEFORE UPDATE ON workspaces WHEN NEW.number = 2
                 BEGIN SELECT RAISE(ABORT, 'on purpose'); END`)
  const more = both.map((request) => ({ ...request, expectedRecord: 0, items: [Uint8Array.of(1, 1)] }))
  await expect(store.append(more)).rejects.toThrow('on purpose')
  database.exec('DROP TRIGGER fails')
  expect((await store.head(PLAN))?.seq).toBe(1)
  expect((await store.append(more)).map((result) => result.ok && result.firstSeq)).toEqual([2, 2])
  expect((await store.read(PLAN, { after: 0, maxItems: 9, maxBytes: 99, recordsOnly: false })).length).toBe(2)
  await store.close()
})
