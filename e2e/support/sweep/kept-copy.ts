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

/** Takes away what this device kept of how its plans came about, as on a device of the release before, which kept nothing of it. */
export const forgetJournal = (person: Person): Promise<void> =>
  person.page().evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('weef')
        opening.addEventListener('error', () => reject(new Error('The database cannot be opened.')))
        opening.addEventListener('success', () => {
          const stores = ['journals', 'journalBases', 'journalRows']
          const change = opening.result.transaction(stores, 'readwrite')
          for (const store of stores) change.objectStore(store).clear()
          change.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
  )
