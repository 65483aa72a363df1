import { expect, test } from 'vitest'
import { encodeAppFrame } from '#shared/protocol/app-frames.ts'
import { createLog } from '../process/log.ts'
import { startServer } from './server.ts'
import { createSockets } from '../sockets/sockets.ts'
import { signedHello, TEST_ORIGIN } from '../testing/app.ts'
import { createTestRelay } from '../testing/circle.ts'
import { createTestPerson, createTestWorkspace } from '../testing/people.ts'
import { createSlowStore } from '../testing/slow-store.ts'
import { freePort, openSocket } from '../testing/socket-app.ts'
import { createReadiness } from './readiness.ts'

test('a relay that stops reports it, admits nobody new, finishes work under way and asks everybody to reconnect', async () => {
  const { store, slowDown, stuck, letThrough } = createSlowStore()
  const { relay } = createTestRelay({ store, nextTurn: setImmediate })
  const log = createLog('silent')
  const port = await freePort()
  let isStopping = false
  const readiness = createReadiness({
    isStopping: () => isStopping,
    askStore: async () => null,
    isBusy: () => false,
    isDiskLow: () => false,
    now: () => performance.now(),
  })
  const sockets = createSockets(relay, [TEST_ORIGIN], log)
  const options = {
    port,
    host: '127.0.0.1',
    publicOrigin: 'http://localhost',
    site: new Map(),
    sockets,
    readiness,
    log,
  }
  const stop = await startServer(options)
  const ask = async (path: string): Promise<readonly [number, string]> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`)
    return [response.status, await response.text()]
  }
  expect(await ask('/readyz')).toEqual([200, 'ok\n'])

  const worker = await createTestPerson()
  const plan = await createTestWorkspace(worker)
  const app = openSocket(port, TEST_ORIGIN)
  app.send(await signedHello(await app.first('challenge'), worker, plan.id, { root: plan.root }))
  await app.first('live')
  slowDown()
  app.send(encodeAppFrame({ type: 'append', item: plan.entry(worker, 'under way') }))
  await stuck

  isStopping = true
  const stopped = stop()
  expect(await ask('/readyz')).toEqual([503, 'stopping\n'])
  expect(await ask('/healthz')).toEqual([200, 'ok\n'])
  await openSocket(port, TEST_ORIGIN).closed
  expect(app.frames.map(({ type }) => type)).not.toContain('committed')
  app.send(encodeAppFrame({ type: 'append', item: plan.entry(worker, 'too late') }))
  letThrough()
  expect(await app.closed).toBe(1012)
  expect(app.frames.filter(({ type }) => type === 'committed')).toHaveLength(1)
  expect((await store.head(plan.id))?.seq).toBe(2) // the root and the acknowledged entry
  await stopped
  await expect(ask('/healthz')).rejects.toThrow('fetch failed')
})
