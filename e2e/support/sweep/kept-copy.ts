/** A plan's copy on a device, changed without the app, as by a failing disk. */
import type { Person } from '../people.ts'

/** Adds a row that is no document where y-indexeddb keeps them. */
export const damageCopy = (person: Person): Promise<void> =>
  person.page().evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('error', () => reject(new Error('The copy cannot be opened.')))
        opening.addEventListener('success', () => {
          const change = opening.result.transaction('updates', 'readwrite')
          change.objectStore('updates').add(Uint8Array.of(255, 255, 255, 255))
          change.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    `weef-plan-${person.plan()}`,
  )
