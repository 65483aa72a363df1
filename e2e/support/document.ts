/** A plan as stored on a device, read with Yjs and without the app: what a person finds after reopening everything. */
import type { Page } from '@playwright/test'
import * as Y from 'yjs'

/** y-indexeddb keeps its rows in `updates`. */
const readRows = (page: Page, plan: string): Promise<readonly (readonly number[])[]> =>
  page.evaluate(
    (name) =>
      new Promise<number[][]>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(new Error('The copy cannot be opened.')))
        opening.addEventListener('success', () => {
          const database = opening.result
          const asked = database.transaction('updates').objectStore('updates').getAll()
          asked.addEventListener('error', () => reject(new Error('The copy cannot be read.')))
          asked.addEventListener('success', () => {
            resolve(asked.result.map((row: Uint8Array) => [...row]))
            database.close()
          })
        })
      }),
    `weef-plan-${plan}`,
  )

const sorted = <Value>(entries: readonly (readonly [string, Value])[]): Readonly<Record<string, Value>> =>
  Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))

export type DocumentState = {
  readonly story: string
  readonly values: Readonly<Record<string, unknown>>
  /** The last clock of each clientID: if these are equal, nobody lacks typed text. */
  readonly clocks: Readonly<Record<string, number>>
}

export const readDocument = async (page: Page, plan: string): Promise<DocumentState> => {
  const doc = new Y.Doc()
  const rows = await readRows(page, plan)
  doc.transact(() => rows.forEach((row) => Y.applyUpdate(doc, Uint8Array.from(row))))
  return {
    story: doc.getXmlFragment('story').toJSON(),
    values: sorted(Object.entries<unknown>(doc.getMap('values').toJSON())),
    clocks: sorted(
      [...Y.decodeStateVector(Y.encodeStateVector(doc))].map(([id, clock]) => [String(id), clock] as const),
    ),
  }
}
