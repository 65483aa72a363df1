/**
 * `test` for journeys: a real relay, and people with a browser and a network of their own. After every journey: no browser
 * logged an error, and no typed text is readable in what the relay stored or logged.
 */
/* oxlint-disable no-empty-pattern -- Playwright derives a test's fixtures from the pattern: an empty one is valid. */
import { type BrowserContextOptions, expect, test as base } from '@playwright/test'
import { readableIn } from './blind.ts'
import { type BrowserDevice, openDevice, openOwnBrowser } from './browser.ts'
import { type NetworkProxy, openNetworkProxy } from './network-proxy.ts'
import { createPerson, type Person } from './people.ts'
import { type Relay, startRelay } from './relay.ts'
import { createTroubles, type Troubles } from './troubles.ts'

export { expect } from '@playwright/test'

type Wanted = Pick<BrowserContextOptions, 'colorScheme' | 'viewport' | 'locale' | 'hasTouch'> & {
  /** A browser of its own that can be killed and opened again. */
  readonly ownBrowser?: boolean
  /** The relay that their network leads to at first, when there are several. */
  readonly relayPort?: number
}

type Fixtures = {
  words: Set<string>
  /** The app's port, when the relay does not serve it. Nobody has a network of their own then. */
  appPort: number | null
  troubles: Troubles
  relay: Relay
  person: (name: string, wanted?: Wanted) => Promise<Person>
}

export const test = base.extend<Fixtures>({
  words: async ({}, use) => use(new Set()),
  appPort: null,
  troubles: async ({}, use) => {
    const troubles = createTroubles()
    await use(troubles)
    expect(troubles.found(), 'what the browsers complained about').toEqual([])
  },
  relay: async ({ words, appPort }, use) => {
    const relay = await startRelay(appPort === null ? {} : { ALLOWED_ORIGINS: `http://localhost:${appPort}` })
    await use(relay)
    await relay.stop()
    const kept = await relay.databaseBytes()
    await relay.remove()
    expect(kept.includes('SQLite format 3'), 'the relay has kept something').toBe(true)
    expect(readableIn(kept, words), 'words that can be read in the database of the relay').toEqual([])
    expect(readableIn(Buffer.from(relay.log()), words), 'words that can be read in the log of the relay').toEqual([])
  },
  person: async ({ browser, relay, appPort, troubles, words, launchOptions, locale, timezoneId }, use) => {
    const devices: BrowserDevice[] = []
    const lines: NetworkProxy[] = []
    const origin = appPort === null ? relay.origin : `http://localhost:${appPort}`
    await use(async (name, { ownBrowser = false, relayPort = relay.port, ...wanted } = {}) => {
      const line = await openNetworkProxy(relayPort)
      lines.push(line)
      const proxy = appPort === null ? line.proxy : undefined
      const options = { locale, timezoneId, proxy, ...wanted } as BrowserContextOptions
      const device = ownBrowser ? await openOwnBrowser(launchOptions, options) : await openDevice(browser, options)
      devices.push(device)
      await troubles.watch(device.context(), name)
      const page = device.context().pages()[0] ?? (await device.context().newPage())
      return createPerson({ name, device, line, page, origin, troubles, words })
    })
    for (const device of devices) await device.remove()
    for (const line of lines) await line.close()
  },
})
