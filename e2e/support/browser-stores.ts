/** Everything that a browser has kept of a page's address, and where it has been: what somebody finds who looks through it afterwards. */
import type { Page } from '@playwright/test'

export type BrowserStores = {
  /** The rows of all databases, as `database/store`. */
  readonly rows: readonly string[]
  readonly local: readonly string[]
  readonly session: readonly string[]
  /** The paths in the caches of the service worker. */
  readonly cached: readonly string[]
  readonly cookies: string
  /** The addresses that "back" and "forward" lead to, and the present one. */
  readonly addresses: readonly string[]
  readonly title: string
}

const readAddresses = async (page: Page): Promise<readonly string[]> => {
  const browser = await page.context().newCDPSession(page)
  const { entries } = await browser.send('Page.getNavigationHistory')
  await browser.detach()
  return entries.map(({ url }) => url)
}

export const readBrowserStores = async (page: Page): Promise<BrowserStores> => {
  const found = await page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(new Error('A database cannot be read.')))
      })
    const rows: string[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const all = await asked(database.transaction(store).objectStore(store).getAllKeys())
        rows.push(...all.map(() => `${name}/${store}`))
      }
      database.close()
    }
    const cached: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) cached.push(new URL(url).pathname)
    const entriesOf = (storage: Storage) => Object.entries(storage).map(([name, value]) => `${name}=${value}`)
    return {
      rows,
      cached,
      local: entriesOf(localStorage),
      session: entriesOf(sessionStorage),
      cookies: document.cookie,
      title: document.title,
    }
  })
  return { ...found, addresses: await readAddresses(page) }
}
