/** A device and the log: alarms about keys that do not open, reading again once they do (R2, R5), and entries that the relay keeps back. */
import { beforeEach, expect, test } from 'vitest'
import { decodeRecord } from '#shared/chain/records.ts'
import { eraseItem } from '#shared/protocol/log.ts'
import { type Circle, createCircle, holderOf } from '#keys/testing/circle.ts'
import { createFollower } from './follower.ts'
import { hidesEntries, startOfLog } from './log-state.ts'
import { createLog, type Log } from '../testing/log.ts'

let circle: Circle
let log: Log
/** The resident joins a plan in which the worker has written already. */
beforeEach(async () => {
  circle = await createCircle('worker')
  log = createLog(circle)
  await log.write(await log.openDoc('worker'), (story) => story.insert(0, 'before you came'))
  await circle.invite('worker', 'link')
  await circle.join('resident', 'link')
})

test('[R5] entries from before a join are noted, and read again with the keys of the join', async () => {
  const first = await log.readAs('resident')
  expect(first.verdicts).toEqual(['record', 'E3', 'record', 'record'])
  expect([...first.follower.state.missedEpochs]).toEqual([0])
  expect(first.follower.ring().keys.has(0)).toBe(true)
  const again = createFollower(startOfLog(log.workspace), await holderOf('resident'), () => {}, first.follower.ring())
  for (const item of log.items) expect((await again.consume(item)).kind).not.toBe('skipped')
  expect(again.state.missedEpochs.size).toBe(0)
})

test('an epoch that never existed causes no second reading, because its key never comes', async () => {
  await log.write(await log.openDoc('worker'), (story) => story.insert(0, '?'), { header: { epoch: 99 } })
  const { follower, verdicts } = await log.readAs('worker')
  expect(verdicts.at(-1)).toBe('E1')
  expect([...follower.state.missedEpochs].some((epoch) => follower.ring().keys.has(epoch))).toBe(false)
})

test('[R2] a box that does not open raises one alarm, which names its author; the next epoch opens the hidden entries', async () => {
  const resident = (await holderOf('resident')).id
  await circle.renew('worker')
  const good = decodeRecord(circle.records.at(-1) ?? new Uint8Array(0))?.body
  if (good?.kind !== 'epoch') throw new Error('The last record is an epoch.')
  // The same epoch again as the next record: its boxes are bound to another place, so they open for nobody.
  await circle.give(await circle.forge({ by: 'worker', body: good }))
  await circle.setRole('worker', 'resident', 'reader')
  const { alarms, follower } = await log.readAs('resident')
  expect(follower.state.chain?.members.get(resident)?.role).toBe('reader')
  expect(alarms).toMatchObject([{ kind: 'bad-key', epoch: 2, author: (await holderOf('worker')).id }])
  await circle.renew('worker')
  const healed = await log.readAs('resident')
  expect(healed.follower.ring().keys.has(3)).toBe(true)
  expect(healed.alarms).toHaveLength(1)
})

test('nothing is known as edited later than the relay got it, whatever its author says', async () => {
  const writer = await log.openDoc('worker')
  const content = { firstEdit: 2_000_000_000_000, lastEdit: 2_000_000_000_000 }
  const entry = await log.write(writer, (story) => story.insert(0, 'later'), { content })
  const lastEditOf = async (at: number | undefined): Promise<number | undefined> => {
    const { state, consume } = createFollower(startOfLog(log.workspace), await holderOf('worker'), () => {})
    for (const item of log.items) await consume(item, item === entry ? at : undefined)
    return state.authors.get(writer.client)?.lastEdit
  }
  expect(await lastEditOf(1_700_000_000_000)).toBe(1_700_000_000_000)
  expect(await lastEditOf(2_100_000_000_000)).toBe(2_000_000_000_000)
  for (const unknown of [undefined, 0]) expect(await lastEditOf(unknown)).toBe(2_000_000_000_000)
})

test('an erased entry counts in the log hash; unless the chain is closed, the relay is keeping it back', async () => {
  const entry = await log.write(await log.openDoc('worker'), (story) => story.insert(0, 'on'))
  const shown = await log.readAs('worker')
  log.items[log.items.length - 1] = eraseItem(entry)
  const { verdicts, alarms, follower } = await log.readAs('worker')
  expect([verdicts.at(-1), alarms]).toEqual(['erased', []])
  expect(follower.state.hash).toEqual(shown.follower.state.hash)
  expect([hidesEntries(shown.follower.state), hidesEntries(follower.state)]).toEqual([false, true])
  await circle.close('worker')
  expect(hidesEntries((await log.readAs('worker')).follower.state)).toBe(false)
})
