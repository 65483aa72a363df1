/** Items with a byte changed, on the way or by their authors. shared/chain/golden.test.ts does the same for records. */
import { beforeEach, describe, expect, test } from 'vitest'
import { flipsOf } from '#shared/golden/flips.ts'
import { decodeEntry, encodeEntry, entryBytesToSign } from '#shared/protocol/entries.ts'
import { equalBytes } from '#shared/protocol/bytes.ts'
import { eraseItem, nextLogHash } from '#shared/protocol/log.ts'
import { createCircle, holderOf } from '#keys/testing/circle.ts'
import { accept } from './accept.ts'
import type { Follower } from './follower.ts'
import { openEntry } from './sealing.ts'
import { createLog, type Log, type Writer } from '../testing/log.ts'

let log: Log
let worker: Writer
let reader: Follower
/** A reader who has the records, and takes the item in question next. */
beforeEach(async () => {
  const circle = await createCircle('worker')
  await circle.invite('worker', 'for resident')
  await circle.join('resident', 'for resident')
  await circle.renew('worker')
  log = createLog(circle)
  worker = await log.openDoc('worker')
  reader = (await log.readAs('resident')).follower
})

/** The reader's verdict on the item when it is unchanged. */
const judge = async (bytes: Uint8Array) => {
  const { state, ring } = reader
  const opened = await openEntry(bytes, state.chain, ring())
  if (!opened.ok) return { outcome: 'malformed', otherLog: false }
  const verdict = accept(state, opened.entry)
  const isOpen = opened.entry.content !== null
  if (verdict.accepted) return { outcome: 'taken', otherLog: verdict.otherLog }
  if (verdict.reason === 'checkpoint' && isOpen) return { outcome: 'taken', otherLog: verdict.otherLog }
  return { outcome: verdict.reason, otherLog: verdict.otherLog }
}

describe.each(['update', 'checkpoint'] as const)('an entry of type %s', (type) => {
  const write = () => log.write(worker, (story) => story.insert(0, 'hé'), { header: { type } })

  test('[E1] an item with any byte changed on the way is malformed or unsigned, and raises no alarm in anybody’s name', async () => {
    const entry = await write()
    expect(await judge(entry)).toEqual({ outcome: 'taken', otherLog: false })
    const outcomes = await Promise.all(
      flipsOf(entry).map(async ({ at, mask, bytes }) => ({ at, mask, ...(await judge(bytes)) })),
    )
    const wrong = outcomes.filter(({ outcome, otherLog }) => otherLog || !['malformed', 'E1'].includes(outcome))
    expect(wrong).toEqual([])
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['malformed', 'E1']))
  })

  /** The seal binds by itself: an author who may sign a header, and has a ciphertext from elsewhere, cannot join the two. */
  test('[E3] an entry with any byte changed and signed anew by its author opens for nobody', async () => {
    const entry = await write()
    const author = await holderOf('worker')
    const signedAnew = async (bytes: Uint8Array) => {
      const read = decodeEntry(bytes)
      if (read === null) return null
      const signature = await author.sign(entryBytesToSign(read.headerBytes, read.nonce, read.ciphertext))
      return encodeEntry({ ...read, signature })
    }
    const untouched = await signedAnew(entry)
    expect(untouched && (await judge(untouched)).outcome).toBe('taken')
    const flips = flipsOf(entry).filter(({ at }) => at < entry.length - 64)
    const outcomes = await Promise.all(
      flips.map(async ({ at, mask, bytes }) => {
        const signed = await signedAnew(bytes)
        return { at, mask, outcome: signed === null ? 'malformed' : (await judge(signed)).outcome }
      }),
    )
    // The log's reader does not open a checkpoint (K2); only a device that begins from one does.
    const refused = ['malformed', 'E1', 'E3', 'checkpoint']
    expect(outcomes.filter(({ outcome }) => !refused.includes(outcome))).toEqual([])
  })
})

test('an erased entry with any byte changed changes the log hash, and the next entry reveals it', async () => {
  const entry = await log.write(worker, (story) => story.insert(0, 'hé'))
  await log.write(worker, (story) => story.insert(2, '!'))
  const { hash } = reader.state
  const flips = flipsOf(eraseItem(entry))
  expect(nextLogHash(hash, eraseItem(entry))).toEqual(nextLogHash(hash, entry))
  expect(flips.filter(({ bytes }) => equalBytes(nextLogHash(hash, bytes), nextLogHash(hash, entry)))).toEqual([])
  const alarmsWith = async (item: Uint8Array<ArrayBuffer>) =>
    (await log.readAs('resident', [...log.items.slice(0, -2), item, ...log.items.slice(-1)])).alarms.map(
      ({ kind }) => kind,
    )
  expect(await alarmsWith(eraseItem(entry))).toEqual([])
  expect(await alarmsWith(flips.at(-1)?.bytes ?? entry)).toEqual(['other-log'])
})
