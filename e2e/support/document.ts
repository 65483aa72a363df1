/** A plan as it lies on a device, read by Yjs alone and past the app: what a person would find again after closing everything. */
import type { Page } from '@playwright/test'
import * as Y from 'yjs'

/** `updates` is where y-indexeddb keeps its rows. */
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
  /** Last clock of each writer: with this equal, nobody lacks anything that was typed. */
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
