/** A local copy under test: one document and its stored rows. */
import * as Y from 'yjs'
import { type LocalCopy, openLocalCopy } from '../local-copy.ts'

export const NAME = 'weef-plan-1'

export const openCopy = async (doc = new Y.Doc()): Promise<{ doc: Y.Doc; copy: LocalCopy }> => {
  const opened = await openLocalCopy(NAME, doc)
  if (!opened.ok) throw new Error(opened.reason)
  return { doc, copy: opened.copy }
}
export const write = (doc: Y.Doc, text: string) => doc.getText('story').insert(doc.getText('story').length, text)
export const read = (doc: Y.Doc) => doc.getText('story').toJSON()

/** The text that a device finds when it starts now. */
export const storedText = async (): Promise<string> => {
  const { doc, copy } = await openCopy()
  await copy.close()
  return read(doc)
}
const openRaw = (): Promise<IDBDatabase> =>
  new Promise((resolve) => {
    const request = indexedDB.open(NAME)
    request.addEventListener('success', () => resolve(request.result))
  })
export const countRows = async (): Promise<number> => {
  const database = await openRaw()
  const request = database.transaction('updates').objectStore('updates').count()
  await new Promise((resolve) => request.addEventListener('success', resolve))
  database.close()
  return request.result
}
