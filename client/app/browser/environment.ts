/** The real environment of the sync layer: this browser's clock, randomness, network and timers. */
import type { RelayAddress } from '#sync/connection/relay-address.ts'
import type { Environment } from '#sync/environment.ts'
import type { Clock } from './clock.ts'

export const createBrowserEnvironment = (clock: Clock): Environment => ({
  now: clock.now,
  heard: clock.heard,
  elapsed: () => performance.now(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  random: () => Math.random(),
  openSocket: (url) => new WebSocket(url),
  onOffline(run) {
    window.addEventListener('offline', run)
    return () => window.removeEventListener('offline', run)
  },
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  report: (error) => reportError(error),
})

/** An empty `relayUrl` means the origin that serves the app. */
export const relayAddress = (relayUrl: string, page: Location): RelayAddress => {
  const url = new URL(relayUrl === '' ? '/relay' : relayUrl, page.href)
  url.protocol = url.protocol.replace(/^http/, 'ws')
  return { url: url.href, origin: `${url.protocol.replace(/^ws/, 'http')}//${url.host}` }
}
