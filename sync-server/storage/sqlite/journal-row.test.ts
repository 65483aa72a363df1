import { expect, test } from 'vitest'
import { STORED_KIND } from '../numbering.ts'
import { decodeRow, encodeRow, type Run } from './journal-row.ts'

const fill = (length: number, byte: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(byte)
const RUNS: readonly Run[] = [
  {
    workspace: 3,
    firstSeq: 258,
    receivedAt: 1_000,
    logHash: fill(32, 0x11),
    items: [
      { kind: STORED_KIND.entry, logHash: fill(16, 0x22), bytes: Uint8Array.of(1, 9, 8) },
      { kind: STORED_KIND.checkpoint, logHash: fill(16, 0x33), bytes: Uint8Array.of(1) },
    ],
  },
  {
    workspace: 2 ** 29,
    firstSeq: 1,
    receivedAt: 2 ** 41,
    logHash: fill(32, 0x44),
    items: [{ kind: STORED_KIND.entry, logHash: fill(16, 0x55), bytes: fill(0, 0) }],
  },
]
const hex = (spaced: string): Buffer => Buffer.from(spaced.replaceAll(' ', ''), 'hex')
const ROW = Buffer.concat([
  hex('0000000000000840 02010000 0000000000408f40 02000000 2e000000'),
  fill(32, 0x11),
  hex('03000000 00'),
  fill(16, 0x22),
  hex('010908'),
  hex('01000000 02'),
  fill(16, 0x33),
  hex('01'),
  hex('000000000000c041 01000000 0000000000008042 01000000 15000000'),
  fill(32, 0x44),
  hex('00000000 00'),
  fill(16, 0x55),
])
const row = (): Uint8Array<ArrayBuffer> => new Uint8Array(ROW)

test('a row is these bytes: when they change, raise SCHEMA_VERSION, and move what waits in the older ones', () => {
  expect(Buffer.from(encodeRow(RUNS)).toString('hex')).toBe(ROW.toString('hex'))
  expect(decodeRow(row())).toEqual(RUNS)
  expect(decodeRow(row(), 2 ** 29)).toEqual(RUNS.slice(1))
  expect(decodeRow(row(), 7)).toEqual([])
  expect(decodeRow(encodeRow([]))).toEqual([])
})

test('a log hash of 32 bytes is kept at an item as its first 16', () => {
  const [first] = RUNS
  const items = first?.items.map((item) => ({ ...item, logHash: fill(32, item.logHash[0] ?? 0) })) ?? []
  expect(decodeRow(new Uint8Array(encodeRow([{ ...RUNS[0]!, items }])))).toEqual(RUNS.slice(0, 1))
})

test('bytes that are no row give null, wherever they are cut or changed, and never throw', () => {
  const whole = row()
  const borders = [0, 106, whole.length]
  for (let length = 0; length < whole.length; length += 1) {
    const read = decodeRow(whole.slice(0, length))
    expect([length, read === null]).toEqual([length, !borders.includes(length)])
  }
  for (let at = 0; at < whole.length; at += 1) {
    for (const byte of [0, 1, 0x7f, 0xff]) {
      const changed = row()
      changed[at] = byte
      const read = decodeRow(changed)
      if (read !== null) expect(Buffer.from(encodeRow(read)).toString('hex')).toBe(Buffer.from(changed).toString('hex')) // a row all the same
    }
  }
})
