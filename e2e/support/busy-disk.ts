/** A disk that is busy: plans cannot be read from it until it is free, everything else can. */
import type { Page } from '@playwright/test'

/** Holds each plan's database in a second tab of the same browser; returns what lets it go. */
export const keepDiskBusy = async (page: Page): Promise<() => Promise<void>> => {
  const other = await page.context().newPage()
  // A page of the same origin that the app has no part in: it would go on with the plan.
  const blank = new URL('/healthz', page.url()).href
  await other.route(blank, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,">' }),
  )
  await other.goto(blank)
  await other.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)))
    const names = (await indexedDB.databases()).flatMap(({ name = '' }) =>
      name.startsWith('weef-plan-') ? [name] : [],
    )
    if (names.length === 0) throw new Error('This browser keeps no plan.')
    for (const name of names) {
      const database = await asked(indexedDB.open(name))
      const first = database.transaction([...database.objectStoreNames], 'readwrite').objectStore('updates')
      // A transaction lives as long as something is asked of it.
      const ask = (): unknown => first.count().addEventListener('success', ask)
      await asked(first.count())
      ask()
    }
  })
  return () => other.close()
}
