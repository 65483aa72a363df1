/** A plan's copy on a device, changed without the app: as by a failing disk, or by a newer app. */
import * as Y from 'yjs'
import type { Person } from '../people.ts'

/** Adds one row where y-indexeddb keeps them. */
const addRow = (person: Person, row: Uint8Array): Promise<void> =>
  person.page().evaluate(
    ([name, bytes]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(new Error('The copy cannot be opened.')))
        opening.addEventListener('success', () => {
          const change = opening.result.transaction('updates', 'readwrite')
          change.objectStore('updates').add(Uint8Array.from(bytes))
          change.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    [`weef-plan-${person.plan()}`, [...row]] as const,
  )

/** Adds bytes that are no document. */
export const damageCopy = (person: Person): Promise<void> => addRow(person, Uint8Array.of(255, 255, 255, 255))

/** Gives the plan a version that this app does not know. */
export const outgrowApp = (person: Person): Promise<void> => {
  const newer = new Y.Doc()
  newer.getMap('values').set('plan/schema#newer', 1_000)
  return addRow(person, Y.encodeStateAsUpdate(newer))
}
