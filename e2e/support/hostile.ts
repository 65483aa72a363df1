/**
 * A hostile member: puts the content of client/testing/hostile-plan.ts into their own copy without the app, which then
 * signs and shares it.
 */
import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import { createPlanDoc } from '#domain/document/plan-doc.ts'

export { PAYLOAD, POISONS } from '#testing/hostile-plan.ts'
export { MARKUP } from '#testing/hostile-words.ts'

/** One paragraph of the story that no editor can draw: few letters, and thousands of changes between bold and plain. */
export const writeTooMuch = (doc: Y.Doc): void => {
  const [paragraph, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()]
  text.applyDelta(
    Array.from({ length: 5_100 }, (_, at) =>
      at % 2 === 0 ? { insert: 'o', attributes: { bold: {} } } : { insert: ' ' },
    ),
  )
  paragraph.insert(0, [text])
  doc.getXmlFragment('story').push([paragraph])
}

/** All rows of a copy, after adding one if given; bytes as characters. y-indexeddb keeps them in `updates`. */
const rowsOf = (page: Page, plan: string, added: string | null): Promise<readonly string[]> =>
  page.evaluate(
    ([name, row]) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('updates', 'readwrite')
          const store = transaction.objectStore('updates')
          if (row !== null) store.add(Uint8Array.from(row, (character) => character.charCodeAt(0)))
          const all = store.getAll()
          transaction.addEventListener('complete', () => {
            opening.result.close()
            resolve(
              all.result.map((each: Uint8Array) => Array.from(each, (byte) => String.fromCharCode(byte)).join('')),
            )
          })
          transaction.addEventListener('abort', () => reject(transaction.error))
        })
      }),
    [`weef-plan-${plan}`, added] as const,
  )

const isBy = (struct: Y.Item | Y.GC, words: string): boolean =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.content.str.includes(words)

/** `marker`: words that this page has just written and not shared yet: the rest is written under the same clientID. */
export const poisonCopy = async (
  page: Page,
  plan: string,
  marker: string,
  poison: (doc: Y.Doc) => void,
): Promise<void> => {
  const doc = createPlanDoc()
  for (const row of await rowsOf(page, plan, null)) Y.applyUpdate(doc, Buffer.from(row, 'latin1'))
  const writer = [...doc.store.clients].find(([, structs]) => structs.some((struct) => isBy(struct, marker)))
  if (writer === undefined) throw new Error('What this page wrote is not in its copy.')
  doc.clientID = writer[0]
  const before = Y.encodeStateVector(doc)
  doc.transact(() => poison(doc))
  await rowsOf(page, plan, Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('latin1'))
}
