/** R1 and R2: the order of records, their signatures, and forgeries. */
import { describe, expect, test } from 'vitest'
import { createCircle, EXPIRES_AT, holderOf, locatorFor } from '#keys/testing/circle.ts'
import { labelBytes } from '../protocol/hash.ts'
import { entryBytesToSign } from '../protocol/entries.ts'
import { concatBytes } from '../protocol/bytes.ts'
import { helloBytesToSign } from '../protocol/app-frames.ts'
import { extendChain } from './extend.ts'
import { decodeRecord } from './records.ts'
import type { RecordBody } from './record-bodies.ts'

const CLOSE: RecordBody = { kind: 'close' }

describe('[R1] a record follows the last one', () => {
  test('of two concurrent records, the second is out of order, and made anew it is valid', async () => {
    const circle = await createCircle('worker')
    const late = await circle.forge({ by: 'worker', body: CLOSE })
    expect(await circle.invite('worker', 'link')).toBe('valid')
    expect(await circle.give(late)).toBe('out-of-order')
    expect(await circle.close('worker')).toBe('valid')
  })
  test.each([
    ['a number too high', { number: 2 }],
    ['a number again', { number: 0 }],
    ['another record before it', { previous: new Uint8Array(32) }],
  ])('%s', async (_, fields) => {
    const circle = await createCircle('worker')
    expect(await circle.give(await circle.forge({ by: 'worker', body: CLOSE, fields }))).toBe('out-of-order')
  })
  test('a second root, and a chain that begins with another record', async () => {
    const circle = await createCircle('worker')
    const [root = new Uint8Array(0)] = circle.records
    expect(await circle.give(root)).toBe('out-of-order')
    const body = decodeRecord(root)?.body
    if (body?.kind !== 'root') throw new Error('The first record is the root.')
    expect(await circle.give(await circle.forge({ by: 'worker', body }))).toBe('not-allowed')
    const first = { number: 0, previous: new Uint8Array(32) }
    const close = await circle.forge({ by: 'worker', body: CLOSE, fields: first })
    expect(await extendChain(null, close)).toEqual({ ok: false, reason: 'not-allowed' })
  })
})

describe('[R2] a record is judged by its own bytes', () => {
  test('the root’s hash is the workspace id: nobody can squat or replace it', async () => {
    const circle = await createCircle('worker')
    const body = decodeRecord(circle.records[0] ?? new Uint8Array(0))?.body
    if (body?.kind !== 'root') throw new Error('The first record is the root.')
    const first = { number: 0, previous: new Uint8Array(32) }
    const judge = async (by: string, changed: RecordBody) =>
      extendChain(null, await circle.forge({ by, body: changed, fields: first }))
    expect(await judge('worker', body)).toMatchObject({ ok: true })
    expect(await judge('worker', { ...body, salt: new Uint8Array(16) })).toMatchObject({ reason: 'not-allowed' })
    expect(await judge('worker', { ...body, workspaceKind: 'home' })).toMatchObject({ reason: 'not-allowed' })
    expect(await judge('worker', { ...body, commitment: new Uint8Array(32) })).toMatchObject({ reason: 'not-allowed' })
    const { keys } = await holderOf('stranger')
    expect(await judge('worker', { ...body, keys })).toMatchObject({ reason: 'not-allowed' })
    expect(await judge('stranger', { ...body, keys })).toMatchObject({ reason: 'not-allowed' })
    const claimed = await circle.forge({ by: 'stranger', body, signers: ['worker'], fields: first })
    expect(await extendChain(null, claimed)).toMatchObject({ reason: 'not-allowed' })
    // The box is bound to the id, so the id cannot cover it; the creator's signature does.
    const swapped = await circle.forge({ by: 'worker', body, signers: ['stranger'], fields: first })
    expect(await extendChain(null, swapped)).toMatchObject({ reason: 'bad-signature' })
  })

  test('another member’s signature, one of other bytes, and a stranger’s', async () => {
    const circle = await createCircle('worker')
    const forged = await circle.forge({ by: 'worker', body: CLOSE, signers: ['stranger'] })
    expect(await circle.give(forged)).toBe('bad-signature')
    const empty = forged.slice()
    empty.fill(0, empty.length - 64)
    expect(await circle.give(empty)).toBe('bad-signature')
    expect(await circle.give(await circle.forge({ by: 'stranger', body: CLOSE }))).toBe('not-allowed')
  })

  test('a record of another workspace by the same person, with the same number', async () => {
    const circle = await createCircle('worker')
    const other = await createCircle('worker', 'other')
    expect(circle.chain().workspace).not.toBe(other.chain().workspace)
    expect(await circle.give(await other.forge({ by: 'worker', body: CLOSE }))).toBe('out-of-order')
    const moved = await circle.forge({ by: 'worker', body: CLOSE, fields: { workspace: other.chain().workspace } })
    expect(await circle.give(moved)).toBe('not-allowed')
  })

  test('an object signed for another purpose does not pass as a record', async () => {
    const circle = await createCircle('worker')
    const record = await circle.forge({ by: 'worker', body: CLOSE })
    const signed = record.slice(0, -64)
    const worker = await holderOf('worker')
    const hello = {
      version: 1,
      identity: { kind: 'person', person: worker.id },
      workspace: circle.chain().workspace,
      since: 0,
      logHash: new Uint8Array(16),
      start: 'log',
      root: signed,
    } as const
    const otherwise = [
      signed,
      concatBytes(labelBytes('weef/entry'), signed),
      entryBytesToSign(signed, new Uint8Array(12), new Uint8Array(16)),
      helloBytesToSign('https://weef.example', new Uint8Array(32), hello),
    ]
    for (const bytes of otherwise)
      expect(await circle.give(concatBytes(signed, await worker.sign(bytes)))).toBe('bad-signature')
    expect(await circle.give(record)).toBe('valid')
  })

  test('a kind of a later version is reported as unknown, however many signatures it carries', async () => {
    const circle = await createCircle('worker')
    const record = await circle.forge({ by: 'worker', body: CLOSE })
    const later = record.slice()
    const kindAt = later.length - 64 - 2 // kind, then the empty body's length
    expect(later[kindAt]).toBe(5)
    later[kindAt] = 6
    expect(await circle.give(later)).toBe('unknown-kind')
    expect(await circle.give(concatBytes(later, new Uint8Array(64)))).toBe('unknown-kind')
    expect(await circle.give(concatBytes(later, new Uint8Array(63)))).toBe('malformed')
    expect(await circle.give(later.slice(0, -64))).toBe('malformed')
  })

  test('the same bytes give the same chain, wherever they are read', async () => {
    const circle = await createCircle('worker')
    await circle.invite('worker', 'link', { role: 'owner', becomes: 'editor' })
    await circle.join('resident', 'link')
    await circle.renew('resident')
    let chain: Awaited<ReturnType<typeof circle.chain>> | null = null
    for (const record of circle.records) {
      const result = await extendChain(chain, record)
      chain = result.ok ? result.chain : null
    }
    expect(chain).toEqual(circle.chain())
  })

  test('a key off the curve verifies nothing, and throws nothing', async () => {
    const circle = await createCircle('worker')
    const invited = await holderOf('link')
    const keys = { sign: new Uint8Array(65).fill(4), box: invited.keys.box }
    const body: RecordBody = {
      kind: 'invite',
      locator: locatorFor('link'),
      keys,
      role: 'editor',
      expiresAt: EXPIRES_AT,
      inviterBecomes: 'same',
      box: new Uint8Array(113),
    }
    expect(await circle.give(await circle.forge({ by: 'worker', body }))).toBe('valid')
    expect(await circle.join('resident', 'link')).toBe('cannot')
    const resident = await holderOf('resident')
    const join: RecordBody = {
      kind: 'join',
      locator: locatorFor('link'),
      keys: resident.keys,
      box: new Uint8Array(113),
    }
    const forged = await circle.forge({ by: 'resident', body: join, signers: ['resident', 'link'] })
    expect(await circle.give(forged)).toBe('bad-signature')
  })
})
