import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createLog } from '../process/log.ts'
import { startServer } from './server.ts'
import { createSockets } from '../sockets/sockets.ts'
import { TEST_ORIGIN } from '../testing/app.ts'
import { createTestRelay } from '../testing/circle.ts'
import { freePort } from '../testing/socket-app.ts'
import type { SiteFile } from './site.ts'

/** Larger than what two kernels buffer for one connection. */
const LARGE: SiteFile = {
  type: 'text/plain',
  etag: 'x',
  immutable: true,
  bodies: new Map([['identity', new Uint8Array(32 * 1024 * 1024)]]),
}
const openSockets = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length

test('[S8] a client that requests a file and never reads it is disconnected; a silent WebSocket is not', async () => {
  const log = createLog('silent')
  const [port, stallMs] = [await freePort(), 100]
  const sockets = createSockets(createTestRelay().relay, [TEST_ORIGIN], log)
  const served = { publicOrigin: 'http://localhost', site: new Map([['/large', LARGE]]), readiness: async () => 'ok' as const } // prettier-ignore
  onTestFinished(await startServer({ port, host: '127.0.0.1', sockets, log, stallMs, ...served }))
  const quiet = new WebSocket(`ws://127.0.0.1:${port}/relay`)
  await new Promise((resolve) => (quiet.onopen = resolve))
  const before = openSockets()
  const raw = connect(port, '127.0.0.1').pause()
  onTestFinished(() => void raw.destroy())
  raw.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n')
  await expect.poll(openSockets, { interval: 5 }).toBe(before + 2) // both ends are in this process
  await expect.poll(openSockets, { interval: 5, timeout: 5_000 }).toBe(before + 1)
  expect(quiet.readyState).toBe(quiet.OPEN)
  quiet.close()
})
