/** What a device keeps of the overviews that it showed, as it stands on the disk: nothing on screen says that it is there. */
import type { Page } from '@playwright/test'

export const readSeenLast = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)))
    const database = await asked(indexedDB.open('weef'))
    const settings = database.transaction('settings').objectStore('settings')
    const keys = (await asked(settings.getAllKeys())).filter((key) => String(key).startsWith('seen-last '))
    const kept = await Promise.all(keys.map(async (key) => `${String(key)} ${String(await asked(settings.get(key)))}`))
    database.close()
    return kept.join(' ')
  })
