/** E1–E6: the verdict of every device on an entry, shown on logs that people read from the start. */
import { beforeEach, describe, expect, test } from 'vitest'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { type Circle, createChance, createCircle, holderOf, secretOf } from '#keys/testing/circle.ts'
import { encodeEntryContent } from './entry-content.ts'
import { craftUpdate } from '../testing/craft-update.ts'
import { createLog, type Log, type Writer } from '../testing/log.ts'

let circle: Circle
let log: Log
let worker: Writer
let resident: Writer
/** Two writers and a reader, each with an open document, in a log of six records. */
beforeEach(async () => {
  circle = await createCircle('worker')
  await circle.invite('worker', 'for resident')
  await circle.join('resident', 'for resident')
  await circle.invite('worker', 'for neighbour', { role: 'reader' })
  await circle.join('neighbour', 'for neighbour')
  await circle.renew('worker')
  log = createLog(circle)
  worker = await log.openDoc('worker')
  resident = await log.openDoc('resident')
  log.catchUp()
})
/** The verdicts on everything after the records. */
const verdicts = async (name = 'neighbour') => {
  const read = await log.readAs(name)
  return { ...read, verdicts: read.verdicts.slice(6), text: read.text() }
}

test('entries of writers are accepted, by writers and readers alike', async () => {
  await log.write(worker, (story) => story.insert(0, 'good '))
  await log.write(resident, (story) => story.insert(0, 'morning'))
  for (const name of ['worker', 'resident', 'neighbour']) {
    const read = await verdicts(name)
    expect(read).toMatchObject({ verdicts: ['entry', 'entry'], alarms: [] })
    expect(['good morning', 'morninggood ']).toContain(read.text)
  }
})

describe('[E1] the author is a writer, the epoch is the current one, the signature holds', () => {
  const hello = (): Promise<unknown> => log.write(worker, (story) => story.insert(0, 'hello'))

  test('a reader writes nothing, nor does a stranger', async () => {
    await log.write(await log.openDoc('neighbour'), (story) => story.insert(0, 'psst'))
    await log.write(await log.openDoc('stranger'), (story) => story.insert(0, 'psst'))
    await hello()
    expect(await verdicts()).toMatchObject({ verdicts: ['E1', 'E1', 'entry'], text: 'hello' })
  })
  test('nobody writes in another’s name', async () => {
    await log.write(resident, (story) => story.insert(0, 'I give up'), { signer: 'worker' })
    await log.write(worker, (story) => story.insert(0, 'I'), { header: { author: (await holderOf('resident')).id } })
    await hello()
    expect((await verdicts()).verdicts.slice(0, 2)).toEqual(['E1', 'E1'])
  })
  test('an epoch that is over or has not begun is refused', async () => {
    const old = circle.secret()
    await circle.renew('worker')
    log.catchUp()
    await log.write(resident, (story) => story.insert(0, 'late'), { header: { epoch: 1 }, secret: old })
    await log.write(await log.openDoc('resident'), (story) => story.insert(0, 'early'), { header: { epoch: 3 } })
    await hello()
    expect(await verdicts()).toMatchObject({ verdicts: ['record', 'E1', 'E1', 'entry'], text: 'hello' })
  })
  test('a member who was ended, or made a reader, writes no more from that place on', async () => {
    const friend = await log.openDoc('friend')
    await circle.invite('worker', 'for friend')
    await circle.join('friend', 'for friend')
    await log.write(friend, (story) => story.insert(0, 'mine '))
    await log.write(resident, (story) => story.insert(0, 'before '))
    await circle.setRole('worker', 'resident', 'reader')
    await log.write(resident, (story) => story.insert(0, 'after '))
    const secret = circle.secret()
    await circle.renew('worker', { persons: ['friend'] })
    await log.write(friend, (story) => story.insert(0, 'too late '), { secret })
    const read = await verdicts('worker')
    expect(read.verdicts).toEqual(['record', 'record', 'entry', 'entry', 'record', 'E1', 'record', 'E1'])
    expect(read.text).toContain('before')
    expect(read.text).not.toContain('after')
    expect(read.text).not.toContain('late')
  })
  test('nobody writes once the plan is closed', async () => {
    await hello()
    await circle.close('worker')
    await log.write(worker, (story) => story.insert(0, 'more'))
    expect((await verdicts()).verdicts).toEqual(['entry', 'record', 'E1'])
  })
  test('an entry of another workspace is refused', async () => {
    const elsewhere = toWorkspaceId(secretOf('elsewhere'))
    await log.write(worker, (story) => story.insert(0, 'other'), { header: { workspace: elsewhere } })
    expect((await verdicts()).verdicts).toEqual(['E1'])
  })
})

describe('[E2] seen and last record match the log', () => {
  const elsewhere = createChance('elsewhere')(16)
  const alarmAt7 = async () => [{ kind: 'other-log', author: (await holderOf('worker')).id, seq: 7 }]

  test.each([
    ['another log at that place', { seen: { number: 4, hash: elsewhere } }],
    ['a place that does not exist yet', { seen: { number: 7, hash: elsewhere } }],
    ['another chain', { lastRecord: { number: 5, hash: elsewhere } }],
    ['a record that does not exist yet', { lastRecord: { number: 6, hash: elsewhere } }],
  ])('%s is an alarm, and the entry counts all the same', async (_, header) => {
    await log.write(worker, (story) => story.insert(0, 'hello'), { header })
    expect(await verdicts()).toMatchObject({ verdicts: ['entry'], alarms: await alarmAt7(), text: 'hello' })
  })
  test('an older place of the same log raises no alarm', async () => {
    const { seen, lastRecord } = { seen: log.items.length, lastRecord: circle.chain() }
    const { follower } = await log.readAs('worker')
    const header = {
      seen: { number: seen, hash: follower.state.hash.slice(0, 16) },
      lastRecord: { number: lastRecord.number, hash: lastRecord.hash.slice(0, 16) },
    }
    await circle.setRole('worker', 'neighbour', 'editor')
    await log.write(worker, (story) => story.insert(0, 'hello'), { header })
    expect(await verdicts()).toMatchObject({ verdicts: ['record', 'entry'], alarms: [] })
  })
  test('an unsigned entry raises no alarm in anybody’s name', async () => {
    const header = { seen: { number: 4, hash: elsewhere } }
    await log.write(worker, (story) => story.insert(0, 'hello'), { header, signer: 'stranger' })
    expect(await verdicts()).toMatchObject({ verdicts: ['E1'], alarms: [] })
  })
})

describe('[E3] the content opens and is an update', () => {
  const update = () => craftUpdate([{ client: worker.client, clock: 0, structs: [{ text: 'x'.repeat(40) }] }])
  const content = () => ({ salts: [worker.salt], firstEdit: 1, lastEdit: 2, schema: 1, update: update() })

  test('an entry sealed under another key is refused', async () => {
    await log.craft(worker, update(), { secret: createChance('another key')(32) })
    expect((await verdicts()).verdicts).toEqual(['E3'])
  })
  test('padding that is missing, too long, or not zeros is refused', async () => {
    const padded = encodeEntryContent(content())
    const dirty = padded.slice()
    dirty[dirty.length - 1] = 1
    const long = new Uint8Array(padded.length * 2)
    long.set(padded)
    const unpadded = padded.slice(0, 13 + update().length)
    expect(unpadded.length).toBeLessThan(padded.length)
    for (const plaintext of [dirty, long, unpadded, padded]) await log.craft(worker, update(), { plaintext })
    expect((await verdicts()).verdicts).toEqual(['E3', 'E3', 'E3', 'entry'])
  })
  test('no update, half an update, one of another version, and false counts are refused', async () => {
    const lies = craftUpdate([{ client: worker.client, clock: 0, structs: [{ text: 'x' }], count: 2 ** 25 }])
    const wrong = [new Uint8Array(0), Uint8Array.of(1), update().slice(0, -3), lies, createChance('random')(40)]
    for (const each of wrong) await log.craft(worker, each)
    expect((await verdicts()).verdicts).toEqual(wrong.map(() => 'E3'))
  })
  test('an entry with 1,001 salts is refused', async () => {
    const salts = Array.from({ length: 1_001 }, () => worker.salt)
    await log.craft(worker, update(), { content: { salts } })
    await log.craft(worker, update(), { content: { salts: salts.slice(1) } })
    expect((await verdicts()).verdicts).toEqual(['E3', 'entry'])
  })
})

describe('[E4] every struct is the author’s own', () => {
  test('a struct under another person’s clientID is refused', async () => {
    await log.write(resident, (story) => story.insert(0, 'mine'))
    const next = craftUpdate([
      { client: resident.client, clock: 4, structs: [{ text: '!', origin: [resident.client, 3] }] },
    ])
    await log.craft(worker, next)
    await log.craft(worker, next, { content: { salts: [worker.salt, resident.salt] } })
    await log.craft(resident, next)
    expect(await verdicts()).toMatchObject({ verdicts: ['entry', 'E4', 'E4', 'entry'], text: 'mine!' })
  })
  test('an own clientID without its salt is refused; two loads in one entry are fine', async () => {
    const later = await log.openDoc('worker')
    const both = craftUpdate([
      { client: worker.client, clock: 0, structs: [{ text: 'a' }] },
      { client: later.client, clock: 0, structs: [{ text: 'b' }] },
    ])
    await log.craft(worker, both)
    await log.craft(worker, both, { content: { salts: [later.salt, worker.salt] } })
    expect((await verdicts()).verdicts).toEqual(['E4', 'entry'])
  })
})

test('[K2] a checkpoint adds nothing to the log’s text, whatever it holds', async () => {
  const header = { type: 'checkpoint' } as const
  await log.write(worker, (story) => story.insert(0, 'a preview'), { header })
  await log.write(resident, (story) => story.insert(0, 'text'))
  await log.write(await log.openDoc('neighbour'), (story) => story.insert(0, 'psst'), { header })
  expect(await verdicts()).toMatchObject({ verdicts: ['checkpoint', 'entry', 'E1'], text: 'text' })
})

describe('[E6] a failing entry is skipped, and everything else goes on', () => {
  test('others continue; the skipped entry’s deletions and text do not count', async () => {
    await log.write(resident, (story) => story.insert(0, 'keep me'))
    await log.craft(
      worker,
      craftUpdate([{ client: resident.client, clock: 7, structs: [{ text: '!' }] }], [[resident.client, 0, 7]]),
    )
    await log.write(resident, (story) => story.insert(7, ', please'))
    const read = await verdicts()
    expect(read).toMatchObject({ verdicts: ['entry', 'E4', 'entry'], alarms: [], text: 'keep me, please' })
    expect(read.follower.state.deletes.size).toBe(0)
  })
  test('an entry that builds on a skipped one is skipped too, and never pending', async () => {
    await log.write(worker, (story) => story.insert(0, 'one'), { signer: 'stranger' })
    await log.write(worker, (story) => story.insert(3, ' two'))
    await log.write(resident, (story) => story.insert(0, 'three'))
    const read = await verdicts()
    expect(read).toMatchObject({ verdicts: ['E1', 'E5', 'entry'], text: 'three' })
    expect(read.doc.store.pendingStructs).toBeNull()
  })
  test('bytes that are no entry are hashed and skipped', async () => {
    log.append(Uint8Array.of(1, 2, 3))
    await log.write(worker, (story) => story.insert(0, 'on'))
    expect(await verdicts()).toMatchObject({ verdicts: ['E3', 'entry'], alarms: [], text: 'on' })
  })
  test('an item of a later kind stops an old app: nothing after it can be judged', async () => {
    log.append(Uint8Array.of(3, 1))
    expect((await verdicts()).verdicts).toEqual(['outdated-app'])
  })
  test('equal logs give equal verdicts and equal documents, whoever reads them', async () => {
    await log.write(worker, (story) => story.insert(0, 'a'))
    await log.craft(resident, craftUpdate([{ client: worker.client, clock: 1, structs: [{ text: '?' }] }]))
    await log.craft(resident, craftUpdate([], [[worker.client, 0, 9]]))
    await log.write(resident, (story) => story.insert(0, 'b'))
    const [one, other] = [await log.readAs('worker'), await log.readAs('neighbour')]
    expect(other.verdicts).toEqual(one.verdicts)
    expect(other.verdicts.slice(6)).toEqual(['entry', 'E4', 'E5', 'entry'])
    expect(other.text()).toBe(one.text())
    expect(other.follower.state).toEqual(one.follower.state)
  })
})

describe('[R2] a record that is not valid', () => {
  test('is reported, and earlier items stay', async () => {
    await log.write(worker, (story) => story.insert(0, 'safe'))
    log.append(await circle.forge({ by: 'neighbour', body: { kind: 'close' } }))
    const read = await verdicts()
    expect(read).toMatchObject({ verdicts: ['entry', 'invalid-record'], text: 'safe' })
    expect(read.alarms).toMatchObject([{ kind: 'invalid-record', seq: 8, item: log.items[7] }])
    expect(read.follower.state.seq).toBe(7)
  })
})
