/** Searches the relay's log and metrics, after people have done everything they can, for anything that names them. */
import { onTestFinished, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { encodeAppFrame } from '#shared/protocol/app-frames.ts'
import { CLOSE } from '#shared/protocol/close-codes.ts'
import { idBytes, type Locator, type PersonId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { signedHello } from './testing/app.ts'
import { readFigures } from './testing/figures.ts'
import { createTestInvitation, createTestPerson, createTestWorkspace, type TestPerson } from './testing/people.ts'
import { makeRelayPlace, startRelay } from './testing/relay-process.ts'
import { followSocket, freePort, type SocketApp } from './testing/socket-app.ts'

const ADDRESS = '203.0.113.77' // RFC 5737 §3: reserved for documentation
const WORDS = ['Evie Bijleveld', 'my secret wish', 'cursor of Noor', 'Nosy/1.0', 'hidden-page', 'elsewhere.example']

/** An id in every form in which it could appear in a log. */
const formsOf = (id: WorkspaceId | PersonId | Locator): readonly string[] => {
  const bytes = Buffer.from(idBytes(id))
  return [id, id.slice(0, 8), bytes.toString('hex'), bytes.toString('hex').slice(0, 12), bytes.toString('base64')]
}

test("[S9] whatever people do, the relay's log and metrics contain no name, id, address or content of theirs", async () => {
  const { port, origin, env, remove } = await makeRelayPlace()
  onTestFinished(remove)
  const metricsPort = await freePort()
  const relay = startRelay({ ...env, LOG_LEVEL: 'debug', METRICS_PORT: String(metricsPort) })
  await relay.ready()

  const headers = { 'X-Forwarded-For': ADDRESS, 'User-Agent': 'Nosy/1.0' }
  const open = (from = origin): SocketApp =>
    followSocket(new WebSocket(`ws://127.0.0.1:${port}/relay?hidden-page`, { origin: from, headers }))
  const [owner, resident, stranger] = await Promise.all([createTestPerson(), createTestPerson(), createTestPerson()])
  const [link, other] = await Promise.all([createTestInvitation(), createTestInvitation()])
  const plan = await createTestWorkspace(owner)
  const comeIn = async (as: TestPerson): Promise<SocketApp> => {
    const app = open()
    app.send(await signedHello(await app.first('challenge'), as, plan.id, { origin, root: plan.root }))
    await app.first('live')
    return app
  }
  const append = async (app: SocketApp, item: Uint8Array<ArrayBuffer>): Promise<void> => {
    const answers = (): number => app.frames.filter(({ type }) => type === 'committed' || type === 'refused').length
    const before = answers()
    app.send(encodeAppFrame({ type: 'append', item }))
    await app.until(() => answers() > before)
  }

  const first = await comeIn(owner)
  await append(first, await plan.invite(owner, link))
  await append(first, await plan.invite(owner, other))
  const guest = open()
  guest.send(await signedHello(await guest.first('challenge'), link, plan.id, { origin }))
  await guest.first('live')
  guest.send(encodeAppFrame({ type: 'append', item: await plan.join(link, resident) }))
  expect(await guest.closed).toBe(CLOSE.invitationUsed)
  const second = await comeIn(resident)
  await append(first, plan.entry(owner, 'my secret wish'))
  await append(second, plan.entry(resident, 'Evie Bijleveld'))
  await append(second, plan.entry(resident, 'my secret wish', { epoch: 7 })) // refused
  const sealed = new TextEncoder().encode('cursor of Noor')
  second.send(encodeAppFrame({ type: 'presence', epoch: 0, sealed }))
  await first.first('presence')

  const wrong = open()
  wrong.send(await signedHello(await wrong.first('challenge'), other, plan.id, { origin, signer: stranger }))
  expect(await wrong.closed).toBe(CLOSE.wrongCode)
  const unknown = open()
  unknown.send(await signedHello(await unknown.first('challenge'), stranger, plan.id, { origin }))
  expect(await unknown.closed).toBe(CLOSE.unknown)
  await open('https://elsewhere.example').closed
  const mad = open()
  await mad.first('challenge')
  mad.send(new TextEncoder().encode('my secret wish'))
  expect(await mad.closed).toBe(CLOSE.malformed)
  await append(first, await plan.epoch(owner, { persons: [resident.id] }))
  expect(await second.closed).toBe(CLOSE.removed)
  await append(first, await plan.close(owner))
  for (const path of ['hidden-page', 'relay', 'metrics', 'readyz'])
    await fetch(`http://127.0.0.1:${port}/${path}`, { headers })

  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404)
  const figures = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  relay.child.kill('SIGINT')
  expect(await first.closed).toBe(CLOSE.restart)
  const { code, output, errors } = await relay.ended
  expect([code, output]).toEqual([0, `Weef runs on ${origin}\n`])

  const ids = [owner.id, resident.id, stranger.id, link.locator, other.locator, plan.id]
  const said = figures + output + errors
  for (const word of [...WORDS, ADDRESS, '127.0.0.1', ...ids.flatMap(formsOf)]) expect(said).not.toContain(word)
  const lines = errors.trim().split('\n').map((line): unknown => JSON.parse(line)) // prettier-ignore
  expect(lines).toContainEqual(expect.objectContaining({ msg: 'a socket closed', code: CLOSE.removed }))
  const count = (name: string): number | undefined => readFigures(figures).get(`weef_${name}`)
  expect([count('sockets'), count('workspaces'), count('workspaces_in_memory')]).toEqual([1, 1, 1])
  expect([count('hellos_total{answer="admitted"}'), count('appends_total{answer="committed"}')]).toEqual([3, 7])
  expect(count('disk_free_bytes')).toBeGreaterThan(0)
  expect(count('items')).toBe(8)
})
