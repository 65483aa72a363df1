import { type IncomingMessage, request as askPlainly, type RequestOptions } from 'node:http'
import { request } from 'node:https'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { CLOSE } from '#shared/protocol/close-codes.ts'
import { findProgram, NO_PROXIES } from '../../.ci/proxies.ts'
import { signedHello } from '../testing/app.ts'
import { makeFolder } from '../testing/folder.ts'
import { createTestPerson, createTestWorkspace } from '../testing/people.ts'
import { append } from '../testing/plans.ts'
import { type ProxyPlace, startProxy } from '../testing/proxy.ts'
import { startRelay } from '../testing/relay-process.ts'
import { followSocket, freePort, type SocketApp } from '../testing/socket-app.ts'
import { startTap } from '../testing/tap.ts'

type Answer = { readonly status: number; readonly headers: readonly string[]; readonly body: string }

const read = async (response: IncomingMessage): Promise<Answer> => {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return {
    status: response.statusCode ?? 0,
    headers: response.rawHeaders,
    body: Buffer.concat(chunks).toString('latin1'),
  }
}
const ask = (send: typeof request, options: RequestOptions & { ca?: string }): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = send({ host: 'localhost', family: 4, agent: false, ...options }, (response) => resolve(read(response)))
    sent.on('error', reject).end()
  })
const valuesOf = ({ headers }: Answer, name: string): readonly string[] =>
  headers.filter((_, index) => index % 2 === 1 && headers[index - 1]?.toLowerCase() === name)

const setUp = async (name: 'caddy' | 'nginx') => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const ports = await Promise.all(Array.from({ length: 6 }, freePort))
  const [port = 0, httpPort = 0, relayPort = 0, tapPort = 0, nobody = 0, metricsPort = 0] = ports
  const tap = await startTap(tapPort, relayPort)
  const place: ProxyPlace = { folder: join(folder.path, 'proxy'), port, httpPort, relays: [tapPort, nobody] }
  const origin = `https://localhost:${port}`
  const env = {
    PORT: String(relayPort),
    PUBLIC_ORIGIN: origin,
    DATA_DIR: join(folder.path, 'data'),
    METRICS_PORT: String(metricsPort),
    MAX_NEW_WORKSPACES_PER_HOUR: '1',
  }
  const relay = startRelay(env, 'small-app.ts')
  await relay.ready()
  const proxy = await startProxy(name, place)
  onTestFinished(async () => {
    await proxy.stop()
    tap.stop()
  })
  const ca = proxy.certificate
  const get = (path: string): Promise<Answer> => ask(request, { port, path, ca })
  const open = (claimed: string): SocketApp => {
    const options = { origin, ca, family: 4, headers: { 'X-Forwarded-For': claimed, 'X-Real-IP': claimed } }
    return followSocket(new WebSocket(`wss://localhost:${port}/relay`, options))
  }
  return { origin, env, relay, relayPort, httpPort, tap, get, open }
}

test.each(['caddy', 'nginx'] as const)(
  '%s forwards people to the relay over TLS, and reports their true addresses',
  async (name) => {
    // Skipped on systems other than Linux, where relays are not run; the test says so.
    if (process.platform !== 'linux' && findProgram(name) === null) {
      process.stderr.write(`${NO_PROXIES}\n`)
      return
    }
    const { origin, env, relay, relayPort, httpPort, tap, get, open } = await setUp(name)

    const direct = await ask(askPlainly as typeof request, { port: relayPort, path: '/' })
    expect(direct.body).toContain('<title>Weef</title>')
    const page = await get('/')
    expect([page.status, page.body]).toEqual([direct.status, direct.body])
    expect(valuesOf(page, 'strict-transport-security')).toEqual(['max-age=31536000'])
    expect(valuesOf(page, 'content-security-policy')).toEqual(valuesOf(direct, 'content-security-policy'))
    expect((await get('/healthz')).body).toBe('ok\n')
    expect([(await get('/metrics')).status, (await get('/readyz')).status]).toEqual([404, 404])
    const plain = await ask(askPlainly as typeof request, { port: httpPort, path: '/', headers: { host: 'localhost' } })
    expect([plain.status, valuesOf(plain, 'location')[0]]).toEqual([expect.toBeOneOf([301, 308]), expect.stringMatching(/^https:/)]) // prettier-ignore

    const [worker, other] = await Promise.all([createTestPerson(), createTestPerson()])
    const [plan, another] = await Promise.all([createTestWorkspace(worker), createTestWorkspace(other)])
    const app = open('198.51.100.1')
    app.send(await signedHello(await app.first('challenge'), worker, plan.id, { origin, root: plan.root }))
    await app.first('live')
    await append(app, plan.entry(worker, 'over TLS'))
    const forger = open('198.51.100.2')
    forger.send(await signedHello(await forger.first('challenge'), other, another.id, { origin, root: another.root }))
    expect(await forger.closed).toBe(CLOSE.overloaded) // one address, whatever the header claims
    const upgrades = tap.heads.filter((head) => head.startsWith('GET /relay'))
    expect(upgrades).toHaveLength(2)
    for (const head of upgrades) {
      expect(head.match(/^x-forwarded-for:.*$/gim)?.map((line) => line.trim().toLowerCase())).toEqual(['x-forwarded-for: 127.0.0.1']) // prettier-ignore
    }

    relay.child.kill('SIGTERM')
    expect(await app.closed).toBe(CLOSE.restart)
    await relay.ended
    const again = startRelay(env, 'small-app.ts')
    await again.ready()
    const back = open('198.51.100.1')
    back.send(await signedHello(await back.first('challenge'), worker, plan.id, { origin }))
    expect((await back.first('live')).head).toBe(2)
    again.child.kill('SIGTERM')
    await again.ended
  },
)
