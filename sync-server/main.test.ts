import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { encodeAppFrame } from '#shared/protocol/app-frames.ts'
import { firstLogHash, nextLogHash, shortHash } from '#shared/protocol/log.ts'
import { signedHello } from './testing/app.ts'
import { createTestPerson, createTestWorkspace } from './testing/people.ts'
import { makeRelayPlace, type RelayPlace, startRelay as run } from './testing/relay-process.ts'
import { freePort, openSocket } from './testing/socket-app.ts'

const MAIN = join(import.meta.dirname, 'main.ts')
const ROUNDS = 6

const setUp = async (): Promise<RelayPlace> => {
  const place = await makeRelayPlace()
  onTestFinished(() => place.remove())
  return place
}

test('[S10] killed at any moment while people write, the relay loses nothing that it acknowledged', async () => {
  const { port, origin, env } = await setUp()
  const worker = await createTestPerson()
  const plan = await createTestWorkspace(worker)
  const acknowledged = new Map<number, Uint8Array>()
  for (let round = 0; round <= ROUNDS; round += 1) {
    const relay = run(env)
    await relay.ready()
    const app = openSocket(port, origin)
    const challenge = await app.first('challenge')
    app.send(await signedHello(challenge, worker, plan.id, { origin, root: plan.root }))
    const { head, logHash } = await app.first('live')
    const items = app.frames.flatMap((frame) => (frame.type === 'items' ? frame.items : []))
    expect(items).toHaveLength(head)
    const hash = items.reduce((before, { bytes }) => nextLogHash(before, bytes), firstLogHash(plan.id))
    expect(shortHash(hash)).toEqual(logHash)
    for (const [seq, entry] of acknowledged) expect(items[seq - 1]?.bytes).toEqual(entry)

    const sent: Uint8Array[] = []
    const committed = () => app.frames.filter((frame) => frame.type === 'committed')
    const write = (): void => {
      if (app.socket.readyState !== app.socket.OPEN || sent.length >= 350) return
      const entry = plan.entry(worker, `${round} ${sent.length}`, { seen: { number: head, hash: logHash } })
      sent.push(entry)
      app.send(encodeAppFrame({ type: 'append', item: entry }))
      setImmediate(write)
    }
    write()
    const enough = randomInt(1, 200)
    await app.until(() => committed().length >= enough)
    relay.child.kill(round === ROUNDS ? 'SIGTERM' : 'SIGKILL')
    await app.closed
    const { code } = await relay.ended
    expect(code).toBe(round === ROUNDS ? 0 : null)
    for (const [index, { seq }] of committed().entries()) acknowledged.set(seq, sent[index] ?? new Uint8Array(0))
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS)
}, 60_000)

test('started, it says where in one line; its log holds no id and no word of anybody', async () => {
  const { port, origin, env } = await setUp()
  const relay = run({ ...env, LOG_LEVEL: 'debug' })
  await relay.ready()
  const worker = await createTestPerson()
  const plan = await createTestWorkspace(worker)
  const app = openSocket(port, origin)
  app.send(await signedHello(await app.first('challenge'), worker, plan.id, { origin, root: plan.root }))
  await app.first('live')
  app.send(encodeAppFrame({ type: 'append', item: plan.entry(worker, 'secret words') }))
  await app.first('committed')
  const stranger = openSocket(port, origin)
  stranger.send(await signedHello(await stranger.first('challenge'), await createTestPerson(), plan.id, { origin }))
  await stranger.closed
  relay.child.kill('SIGINT')
  expect(await app.closed).toBe(1012)
  const { code, output, errors } = await relay.ended
  expect([code, output]).toEqual([0, `Weef runs on ${origin}\n`])
  const lines = errors.trim().split('\n').map((line): unknown => JSON.parse(line)) // prettier-ignore
  expect(lines).toContainEqual(expect.objectContaining({ msg: 'a socket closed', code: 4401 }))
  for (const word of [plan.id, worker.id, 'secret', '127.0.0.1']) expect(errors).not.toContain(word)
}, 60_000)

test('a wrong setting, a taken port or folder is one clear sentence and exit code 1', async () => {
  const { env } = await setUp()
  const first = run(env)
  await first.ready()
  const wrong = await run({ ...env, PUBLIC_ORIGIN: 'http://plan.example.org' }).ended
  expect([wrong.code, wrong.errors.split('\n').length]).toEqual([1, 2])
  expect(wrong.errors).toMatch(/^PUBLIC_ORIGIN is /)
  const sameFolder = await run({ ...env, PORT: String(await freePort()) }).ended
  expect([sameFolder.code, sameFolder.errors]).toEqual([1, expect.stringMatching(/^Another Weef is running on .+\n$/)])
  const samePort = await run({ ...env, DATA_DIR: `${env.DATA_DIR}-2` }).ended
  expect([samePort.code, samePort.errors]).toEqual([1, expect.stringMatching(/^Port \d+ is in use: .+\n$/)])
  const noFolder = await run({ ...env, DATA_DIR: MAIN }).ended
  expect([noFolder.code, noFolder.errors]).toEqual([1, expect.stringMatching(/^DATA_DIR .+ cannot be used .+\n$/)])
  first.child.kill('SIGTERM')
  expect((await first.ended).code).toBe(0)
}, 60_000)
