/** A file under a card: pinned bytes, and every byte counts. */
import { expect, test } from 'vitest'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { flipsOf } from '#shared/golden/flips.ts'
import { toHex } from '#shared/golden/vectors.ts'
import { BACKUP_HEADER_BYTES, createBackupSealer, openBackupHeader } from './backup-seal.ts'
import { createChance, secretOf } from './testing/circle.ts'

const SALT = createChance('a backup')(32)
const WORDS = new TextEncoder().encode('goedemorgen')
const openHeader = async (header: Uint8Array<ArrayBuffer>, name = 'resident') =>
  openBackupHeader(secretOf(name), header)
const openerOf = async (header: Uint8Array<ArrayBuffer>) => {
  const opened = await openHeader(header)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.opener
}

test('a file made by release 1 still opens: if this fails, raise VERSION and read both', async () => {
  const { header, seal } = await createBackupSealer(secretOf('resident'), SALT)
  const chunk = await seal(WORDS, 0, true)
  expect(toHex(concatBytes(header, chunk))).toBe(
    '776565666261636b016c7da40aa9c21128c998e35b5396082e16b7f2b28de1ba89f57c375e81a3f8ca33a38962588eacd55773c02c3187aa325c56e608d521b442582227ff2b60f49b2d5a4610026e66a29f8d493f0044c8f8fdcaa1870e3b34b906a930',
  )
  expect(await (await openerOf(header)).open(chunk, 0, true)).toEqual(WORDS)
})

test('a header with any byte changed opens nothing', async () => {
  const { header, seal } = await createBackupSealer(secretOf('resident'), SALT)
  const chunk = await seal(WORDS, 0, true)
  const reasons = new Set<string>()
  for (const { bytes } of flipsOf(header)) {
    const opened = await openHeader(bytes)
    expect(opened.ok && (await opened.opener.open(chunk, 0, true)) !== null).toBe(false)
    if (!opened.ok) reasons.add(opened.reason)
  }
  expect([...reasons].toSorted()).toEqual(['newer', 'not-a-backup', 'other-card'])
  expect(await openHeader(header, 'worker')).toEqual({ ok: false, reason: 'other-card' })
  for (let length = 0; length < BACKUP_HEADER_BYTES; length += 1)
    expect(await openHeader(header.slice(0, length))).toEqual({ ok: false, reason: 'not-a-backup' })
})

test('a chunk opens whole, at its place, in its file, and nowhere else', async () => {
  const { header, seal } = await createBackupSealer(secretOf('resident'), SALT)
  const other = await createBackupSealer(secretOf('resident'), createChance('another backup')(32))
  const opener = await openerOf(header)
  const chunk = await seal(WORDS, 7, false)
  expect(await opener.open(chunk, 7, false)).toEqual(WORDS)
  const wrong = [
    opener.open(chunk, 8, false),
    opener.open(chunk, 7, true),
    opener.open(await other.seal(WORDS, 7, false), 7, false),
    opener.open(chunk.slice(0, -1), 7, false),
    ...flipsOf(chunk).map(({ bytes }) => opener.open(bytes, 7, false)),
  ]
  expect((await Promise.all(wrong)).filter((each) => each !== null)).toEqual([])
})
