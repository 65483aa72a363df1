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

/** `second`: the other address has a relay too, the same one; otherwise nobody answers there. */
const setUp = async (name: 'caddy' | 'nginx', second = false) => {
  const folder = makeFolder()
  onTestFinished(() => folder.remove())
  const ports = await Promise.all(Array.from({ length: 6 }, freePort))
  const [port = 0, httpPort = 0, relayPort = 0, tapPort = 0, nobody = 0, metricsPort = 0] = ports
  const tap = await startTap(tapPort, relayPort)
  const other = second ? await startTap(nobody, relayPort) : null
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
    other?.stop()
  })
  const ca = proxy.certificate
  const get = (path: string): Promise<Answer> => ask(request, { port, path, ca })
  const open = (claimed: string, query = ''): SocketApp => {
    const options = { origin, ca, family: 4, headers: { 'X-Forwarded-For': claimed, 'X-Real-IP': claimed } }
    return followSocket(new WebSocket(`wss://localhost:${port}/relay${query}`, options))
  }
  return { origin, env, relay, relayPort, httpPort, tap, other, get, open }
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

test.each(['caddy', 'nginx'] as const)(
  '%s brings people of one workspace to one relay, and to the other where that is down',
  async (name) => {
    if (process.platform !== 'linux' && findProgram(name) === null) return void process.stderr.write(`${NO_PROXIES}\n`)
    const { relay, tap, other, open } = await setUp(name, true)
    const groups = Array.from({ length: 16 }, (_, group) => `/relay?near=${group.toString(16)} `)
    const connectAll = async (): Promise<void> => {
      const apps = groups.flatMap((group) => [1, 2].map(() => open('', group.slice('/relay'.length).trim())))
      await Promise.all(apps.map((app) => app.first('challenge')))
    }
    await connectAll()
    const count = (heads: readonly string[] = [], group: string): number =>
      heads.filter((head) => head.startsWith(`GET ${group}`)).length
    const here = groups.map((group) => count(tap.heads, group))
    const there = groups.map((group) => count(other?.heads, group))
    expect(here.every((times, group) => times + (there[group] ?? 0) === 2 && times !== 1)).toBe(true)
    expect([here.includes(2), there.includes(2)]).toEqual([true, true])
    other?.stop()
    await connectAll()
    expect(groups.map((group) => count(tap.heads, group)).every((times) => times >= 2)).toBe(true)
    relay.child.kill('SIGTERM')
    await relay.ended
  },
)
