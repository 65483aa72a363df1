/** Damaged and full disks, under the real process. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSocketDevice, type SocketDevice } from './testing/device.ts'
import { copyAsKilled, makeFolder } from './testing/folder.ts'
import { createTestPerson, createTestWorkspace } from './testing/people.ts'
import { canMount, makeRelayPlace, startRelay, startRelayOnDisk } from './testing/relay-process.ts'

const PAGE = 4_096 // SQLite's page, in bytes

/** Reconnects: on a connection after a refusal, everything is refused unread for a while. */
const comeAgain = async (device: SocketDevice): Promise<void> => {
  device.leave()
  await device.ends()
  await device.comeIn()
}
const setUp = async () => {
  const place = await makeRelayPlace()
  onTestFinished(() => place.remove())
  const worker = await createTestPerson()
  const plan = await createTestWorkspace(worker)
  const run = (env: Record<string, string> = {}, ...preload: readonly string[]) => {
    const relay = startRelay({ ...place.env, ...env }, ...preload)
    onTestFinished(() => void relay.child.kill('SIGKILL'))
    return relay
  }
  const start = async (...options: Parameters<typeof run>) => {
    const relay = run(...options)
    await relay.ready()
    return relay
  }
  const newDevice = (): SocketDevice => createSocketDevice(worker, plan, place)
  const write = (text: string) => plan.entry(worker, text)
  const role = () => plan.role(worker, worker.id, 'owner')
  return { place, env: place.env, role, folder: place.env.DATA_DIR ?? '', run, start, newDevice, write }
}

test('[S10] a torn page is repaired, even when the repair is killed repeatedly, and start-up reports it in one line', async () => {
  const { folder, run, start, newDevice, write } = await setUp()
  const one = newDevice()
  const before = await start()
  await one.comeIn()
  for (let count = 0; count < 60; count++) await one.append(write(`${count} `.repeat(80)))
  before.child.kill('SIGTERM')
  await before.ended
  await one.ends()
  const path = join(folder, 'weef.sqlite')
  const damaged = readFileSync(path)
  const page = Math.floor(damaged.indexOf('40 40 40') / PAGE) * PAGE // the page with the fortieth of them
  damaged.fill(0xaa, page + PAGE / 2, page + PAGE)
  writeFileSync(path, damaged)

  // While reading it, before the repaired file is marked complete, right after, and with no file under the database's
  // name.
  for (const crashAt of ['commit:9', 'rename:1', 'rename:2', 'replace:1']) {
    const { code } = await run({ CRASH_AT: crashAt }, 'crash-point.ts').ended
    expect([crashAt, code]).toEqual([crashAt, null])
  }
  const after = await start()
  const late = newDevice()
  await late.comeIn()
  expect(late.log.length).toBeGreaterThan(30)
  expect(late.log.length).toBeLessThan(one.log.length)
  expect(late.log).toEqual(one.log.slice(0, late.log.length))
  expect(await late.append(write('and on'))).toBeNull()
  after.child.kill('SIGTERM')
  const { errors } = await after.ended
  const lines = errors.trim().split('\n').map((line): unknown => JSON.parse(line)) // prettier-ignore
  const msg = 'the database was damaged: what could be read was kept, the old file is beside it'
  expect(lines).toContainEqual(expect.objectContaining({ msg, items: late.log.length - 1 }))
  expect(errors.match(/damaged/g)).toHaveLength(1)
  const aside = readdirSync(folder).find((name) => name.includes('damaged')) ?? ''
  expect(readFileSync(join(folder, aside))).toEqual(damaged)
})

test('[S8] a full disk refuses with "relay-full" and goes on; acknowledged items are stored, and with room it takes more', async () => {
  const { start, newDevice, write } = await setUp()
  const full = await start({ MAX_PAGES: '60' }, 'small-disk.ts')
  const one = newDevice()
  await one.comeIn()
  let refused: string | null = null
  for (let count = 0; refused === null && count < 100; count++) refused = await one.append(write('x'.repeat(9_000)))
  expect(refused).toBe('relay-full')
  const acknowledged = one.log.length
  expect(acknowledged).toBeGreaterThan(10)
  for (let count = 0; count < 3; count++) {
    await comeAgain(one)
    expect(await one.append(write('x'.repeat(9_000)))).toBe('relay-full')
  }
  const late = newDevice()
  await late.comeIn()
  expect(late.log).toEqual(one.log)
  full.child.kill('SIGKILL')
  expect((await full.ended).errors).not.toContain('something failed')
  for (const device of [one, late]) await device.ends()

  await start()
  for (const device of [one, late]) await device.comeIn()
  expect(late.log).toHaveLength(acknowledged)
  expect(await one.append(write('room again'))).toBeNull()
  await late.hears(acknowledged + 1)
})

test('[S8] a nearly full disk serves reads and takes records, before it is completely full', async () => {
  const { place, start, newDevice, write, role } = await setUp()
  const one = newDevice()
  const before = await start()
  await one.comeIn()
  expect(await one.append(write('while there is room'))).toBeNull()
  before.child.kill('SIGTERM')
  await before.ended
  await one.ends()

  const low = await start({ MIN_FREE_DISK_BYTES: '1099511627776' })
  await one.comeIn()
  expect(await one.append(write('and now'))).toBe('relay-full')
  expect(await one.append(await role())).toBeNull()
  const ready = await fetch(`${place.origin}/readyz`)
  expect([ready.status, await ready.text()]).toEqual([200, 'disk\n']) // people are still sent here, to read
  low.child.kill('SIGTERM')
  expect((await low.ended).errors).toContain('the disk has little room')
})

/** Only where a process may mount; the case above runs everywhere. */
if (canMount())
  test('[S8] the same on a real file system that runs out of space', async () => {
    const { env, newDevice, write } = await setUp()
    const relay = startRelayOnDisk(1_500_000, { ...env, MIN_FREE_DISK_BYTES: '0' })
    onTestFinished(() => void relay.child.kill('SIGKILL'))
    await relay.ready()
    const one = newDevice()
    await one.comeIn()
    const refusals: (string | null)[] = []
    for (const size of [30_000, 9_000, 500, 10]) {
      for (let refused = null; refused === null && one.log.length < 500; refusals.push(refused))
        refused = await one.append(write('x'.repeat(size)))
      await comeAgain(one)
    }
    expect(one.log.length).toBeGreaterThan(30)
    expect(refusals.filter((refused) => refused !== null)).toEqual(Array.from({ length: 4 }, () => 'relay-full'))
    const late = newDevice()
    await late.comeIn()
    expect(late.log).toEqual(one.log)
    relay.child.kill('SIGTERM')
    const { code, errors } = await relay.ended
    expect([code, errors.includes('something failed')]).toEqual([0, false])
  })

if (canMount())
  test('[W5] killed, and started again on a disk that others have filled to the last byte: everything is served', async () => {
    const { env, folder, start, newDevice, write } = await setUp()
    const first = await start()
    const one = newDevice()
    await one.comeIn()
    for (let n = 0; n < 5; n += 1) await one.append(write(`${n}`))
    first.child.kill('SIGKILL')
    await first.ended
    await one.ends()
    const kept = makeFolder()
    onTestFinished(() => kept.remove())
    copyAsKilled(folder, kept.path)
    const relay = startRelayOnDisk(1_500_000, { ...env, MIN_FREE_DISK_BYTES: '0' }, kept.path)
    onTestFinished(() => void relay.child.kill('SIGKILL'))
    await relay.ready()
    await one.comeIn()
    const late = newDevice()
    await late.comeIn()
    expect([one.log.length, late.log]).toEqual([6, one.log])
    let refused: string | null = null // what is copied from the write-ahead log gives room to a few more
    while (refused === null && one.log.length < 100) refused = await one.append(write('x'.repeat(30_000)))
    expect(refused).toBe('relay-full')
    relay.child.kill('SIGTERM')
    expect((await relay.ended).code).toBe(0)
    for (const name of readdirSync(kept.path)) if (name !== 'weef.sqlite') rmSync(join(kept.path, name))
    const another = await startRelayOnDisk(1_500_000, env, kept.path).ended // not even the index of a write-ahead log fits
    expect([another.code, another.errors]).toEqual([1, `There is no room in ${folder}: free some space first.\n`])
  })
