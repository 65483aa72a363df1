import { randomInt } from 'node:crypto'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { encodeAppFrame } from '#shared/protocol/app-frames.ts'
import { firstLogHash, nextLogHash, shortHash } from '#shared/protocol/log.ts'
import { openFileSnapshot, sqliteFile } from './inventory/open.ts'
import { signedHello } from './testing/app.ts'
import { createTestPerson, createTestWorkspace } from './testing/people.ts'
import { makeRelayPlace, type RelayPlace, startRelay as run } from './testing/relay-process.ts'
import { freePort, openSocket } from './testing/socket-app.ts'

const MAIN = join(import.meta.dirname, 'main.ts')
const ROUNDS = 6

const itemsIn = async ({ DATA_DIR = '' }: RelayPlace['env']): Promise<number> => {
  const inventory = openFileSnapshot(sqliteFile(DATA_DIR))
  const { items } = await inventory.totals()
  await inventory.close()
  return items
}
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
    if (round === ROUNDS) expect(await itemsIn(env)).toBe(head + committed().length) // items that were never acknowledged are not stored
    for (const [index, { seq }] of committed().entries()) acknowledged.set(seq, sent[index] ?? new Uint8Array(0))
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS)
})

test('a wrong setting, or a port or folder in use, is one clear sentence and exit code 1', async () => {
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
})

test('a second signal ends it at once, while it waits for a client that does not close', async () => {
  const { port, env } = await setUp()
  const relay = run(env)
  await relay.ready()
  const silent = connect(port, '127.0.0.1')
  silent.write(
    'GET /relay HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  const gone = new Promise<void>((resolve) => silent.on('close', () => resolve()))
  await new Promise((resolve) => silent.once('data', resolve))
  relay.child.kill('SIGTERM')
  while ((await (await fetch(`http://127.0.0.1:${port}/readyz`)).text()) !== 'stopping\n');
  relay.child.kill('SIGTERM')
  const { code, errors } = await relay.ended
  expect([code, errors]).toEqual([1, expect.stringContaining('"what":"asked twice"')])
  await gone
})
