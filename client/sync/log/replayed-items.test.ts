/** Replayed signatures: shown as another kind of message, in another workspace, or replayed at another place. */
import { beforeEach, describe, expect, test } from 'vitest'
import { extendChain, recordBytesToSign } from '#shared/chain/extend.ts'
import { decodeRecord, withSignatures } from '#shared/chain/records.ts'
import { encodeAppFrame, helloBytesToSign, type HelloFields } from '#shared/protocol/app-frames.ts'
import { concatBytes, equalBytes } from '#shared/protocol/bytes.ts'
import { closeName } from '#shared/protocol/close-codes.ts'
import { decodeEntry, encodeEntry, encodeEntryHeader, type Entry, entryBytesToSign } from '#shared/protocol/entries.ts'
import { type Label, labelBytes } from '#shared/protocol/hash.ts'
import { decodeRelayFrames } from '#shared/protocol/relay-frames.ts'
import { type Circle, createCircle, holderOf } from '#keys/testing/circle.ts'
import { createTestRelay } from '#relay/testing/circle.ts'
import { TEST_ORIGIN } from '#relay/testing/app.ts'
import { NO_RECORD } from '#relay/storage/store.ts'
import { createLog, type Log, type Writer } from '../testing/log.ts'

type Bytes = Uint8Array<ArrayBuffer>
const LABELS: readonly Label[] = ['weef/record', 'weef/entry', 'weef/hello', 'weef/log', 'weef/presence', 'weef/box']

/** A plan of five records: two writers, an open invitation, and a second epoch. */
const createPlan = async (seed: string) => {
  const circle = await createCircle('worker', seed)
  await circle.invite('worker', 'for resident')
  await circle.join('resident', 'for resident')
  await circle.renew('worker')
  await circle.invite('worker', 'open')
  const log = createLog(circle)
  log.catchUp()
  return { circle, log, worker: await log.openDoc('worker') }
}
let circle: Circle
let log: Log
let worker: Writer
beforeEach(async () => {
  ;({ circle, log, worker } = await createPlan('plan'))
})
const write = (text = 'hello') => log.write(worker, (story) => story.insert(0, text))
/** The items after the five records, as the resident reads them. */
const verdicts = async () => (await log.readAs('resident')).verdicts.slice(5)
const parse = (bytes: Bytes): Entry => {
  const entry = decodeEntry(bytes)
  if (entry === null) throw new Error('It is an entry.')
  return entry
}

describe('replayed as another kind', () => {
  /** The bytes behind the label, signed under every other label, and under none. */
  const otherwise = async (signed: Bytes, own: Label): Promise<readonly Bytes[]> => {
    const rest = signed.slice(labelBytes(own).length)
    expect(equalBytes(signed, concatBytes(labelBytes(own), rest))).toBe(true)
    const { sign } = await holderOf('worker')
    const others = LABELS.filter((label) => label !== own).map((label) => concatBytes(labelBytes(label), rest))
    return Promise.all([rest, ...others].map(sign))
  }

  test('no other signature makes a record', async () => {
    const record = decodeRecord(await circle.forge({ by: 'worker', body: { kind: 'close' } }))
    if (record === null) throw new Error('It is a record.')
    for (const signature of await otherwise(recordBytesToSign(record.signed), 'weef/record'))
      expect(await circle.give(withSignatures(record.signed, [signature]))).toBe('bad-signature')
    expect(await circle.give(withSignatures(record.signed, record.signatures))).toBe('valid')
  })
  test.each(['update', 'checkpoint'] as const)('no other signature makes an entry of type %s', async (type) => {
    const bytes = await log.write(worker, (story) => story.insert(0, 'hello'), { header: { type } })
    const entry = parse(bytes)
    const signed = entryBytesToSign(entry.headerBytes, entry.nonce, entry.ciphertext)
    log.items.pop()
    for (const signature of await otherwise(signed, 'weef/entry')) log.append(encodeEntry({ ...entry, signature }))
    expect(new Set(await verdicts())).toEqual(new Set(['E1']))
  })
  test('no other signature makes a hello', async () => {
    const { relay, store } = createTestRelay()
    const place = { workspace: log.workspace, receivedAt: 0, joined: [], ended: [] }
    await store.append([{ ...place, expectedRecord: NO_RECORD, items: circle.records }])
    const { id, sign } = await holderOf('worker')
    const outcome = async (choose: (signed: Bytes) => Promise<Bytes>) => {
      let code = 0
      const said: Bytes[] = []
      const connection = relay.connect(
        (bytes) => void said.push(bytes),
        (closed) => void (code = closed),
        () => 0,
      )
      await connection.idle()
      const [challenge] = decodeRelayFrames(said[0] ?? new Uint8Array(0)) ?? []
      if (challenge?.type !== 'challenge') throw new Error('The challenge comes first.')
      const fields: HelloFields = {
        version: 1,
        identity: { kind: 'person', person: id },
        workspace: log.workspace,
        since: 0,
        logHash: new Uint8Array(16),
        start: 'checkpoint',
        root: null,
      }
      const signature = await choose(helloBytesToSign(TEST_ORIGIN, challenge.nonce, fields))
      connection.receive(encodeAppFrame({ type: 'hello', ...fields, signature }))
      await connection.idle()
      return closeName(code)
    }
    for (let index = 0; index < LABELS.length; index++)
      expect(await outcome(async (signed) => (await otherwise(signed, 'weef/hello'))[index] as Bytes)).toBe('unknown')
    expect(await outcome(sign)).toBeNull()
  })
  test('a record keeps the kind that was signed', async () => {
    for (const [number, bytes] of circle.records.entries()) {
      let chain = null
      for (const before of circle.records.slice(0, number)) {
        const extended = await extendChain(chain, before)
        chain = extended.ok ? extended.chain : null
      }
      // After tag, suite, workspace, a number of one byte, the previous hash and the author.
      const kindAt = 1 + 1 + 16 + 1 + 32 + 16
      for (let kind = 0; kind <= 6; kind++) {
        const relabelled = bytes.slice()
        relabelled[kindAt] = kind
        expect((await extendChain(chain, relabelled)).ok).toBe(kind === bytes[kindAt])
      }
    }
  })
  test('an update signed anew as a checkpoint does not open, nor the other way round', async () => {
    const update = parse(await write())
    const checkpoint = parse(
      await log.write(worker, (story) => story.insert(0, 'x'), { header: { type: 'checkpoint' } }),
    )
    log.items.splice(-2)
    const relabel = async (entry: Entry, type: 'update' | 'checkpoint') => {
      const headerBytes = encodeEntryHeader({ ...entry.header, type })
      const { sign } = await holderOf('worker')
      const signature = await sign(entryBytesToSign(headerBytes, entry.nonce, entry.ciphertext))
      log.append(encodeEntry({ ...entry, headerBytes, signature }))
    }
    await relabel(checkpoint, 'update')
    expect(await verdicts()).toEqual(['E3'])
    await relabel(update, 'checkpoint')
    const { follower } = await log.readAs('resident')
    expect(follower.state.sinceCheckpoint.items).toBe(7) // it covers nothing, because nobody can read it
  })
})

describe('replayed in another workspace of the same people', () => {
  test('an entry is skipped, also when its author signs it anew for that workspace', async () => {
    const other = await createPlan('other plan')
    const entry = await other.log.write(other.worker, (story) => story.insert(0, 'elsewhere'))
    log.append(entry)
    const { header, nonce, ciphertext } = parse(entry)
    const headerBytes = encodeEntryHeader({ ...header, workspace: log.workspace })
    const signature = await (await holderOf('worker')).sign(entryBytesToSign(headerBytes, nonce, ciphertext))
    log.append(encodeEntry({ headerBytes, nonce, ciphertext, signature }))
    await write()
    expect(await verdicts()).toEqual(['E1', 'E3', 'entry'])
  })
  test('no record continues the chain there, nor begins one', async () => {
    const other = await createPlan('other plan')
    for (const record of other.circle.records) expect(await circle.give(record)).not.toBe('valid')
    const read = await log.readAs('resident', other.log.items)
    expect([read.verdicts, read.alarms]).toMatchObject([['invalid-record'], [{ kind: 'invalid-record', seq: 1 }]])
  })
})

describe('at another place', () => {
  test('no record of the chain comes a second time, or earlier', async () => {
    for (const record of circle.records) expect(await circle.give(record)).toBe('out-of-order')
    let chain = null
    for (const [number, record] of circle.records.entries()) {
      for (const later of circle.records.slice(number + 1)) expect((await extendChain(chain, later)).ok).toBe(false)
      const extended = await extendChain(chain, record)
      chain = extended.ok ? extended.chain : null
    }
  })
  test('a repeated entry counts once', async () => {
    const first = await write()
    await write('again, ')
    log.append(first)
    await log.write(worker, (story) => story.delete(0, 3))
    const deletion = log.items.at(-1) as Bytes
    const before = await log.readAs('resident')
    log.append(deletion)
    log.append(first)
    const after = await log.readAs('resident')
    expect(after.verdicts.slice(5)).toEqual(['entry', 'entry', 'E5', 'entry', 'entry', 'E5'])
    expect(after.text()).toBe(before.text()) // a deletion twice is that deletion
    expect(after.follower.state.deletes).toEqual(before.follower.state.deletes)
  })
  test('an entry in a later epoch is refused; signed anew for that epoch, or for another place, it does not open', async () => {
    const entry = parse(await write())
    log.items.pop()
    await circle.renew('worker')
    log.catchUp()
    log.append(encodeEntry(entry))
    const { sign } = await holderOf('worker')
    for (const header of [
      { ...entry.header, epoch: 2 },
      { ...entry.header, epoch: 2, seen: { ...entry.header.seen, number: 6 } },
      { ...entry.header, epoch: 2, lastRecord: { ...entry.header.lastRecord, number: 5 } },
    ]) {
      const headerBytes = encodeEntryHeader(header)
      const signature = await sign(entryBytesToSign(headerBytes, entry.nonce, entry.ciphertext))
      log.append(encodeEntry({ ...entry, headerBytes, signature }))
    }
    expect(await verdicts()).toEqual(['record', 'E1', 'E3', 'E3', 'E3'])
  })
})
