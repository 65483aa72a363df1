/** The relay's glance at an entry agrees with decoding all of it, whatever the bytes. */
import { expect, test } from 'vitest'
import { flipsOf } from '../golden/flips.ts'
import { fromHex, vectors } from '../golden/vectors.ts'
import { concatBytes } from './bytes.ts'
import { decodeEntry, encodeEntry, glanceAtEntry } from './entries.ts'
import { toPersonId, toWorkspaceId } from './ids.ts'
import { TAG_BYTES } from './limits.ts'

const ENTRY = fromHex(vectors.content.entry.bytes)

const glanced = (bytes: Uint8Array) => {
  const glance = glanceAtEntry(bytes)
  if (glance === null) return null
  const { epoch, seen } = glance
  return { workspace: toWorkspaceId(glance.workspace), epoch, author: toPersonId(glance.author), seen }
}
const read = (bytes: Uint8Array) => {
  const header = decodeEntry(bytes)?.header
  if (header === undefined) return null
  const { workspace, epoch, author, seen } = header
  return { workspace, epoch, author, seen: seen.number }
}

test('[S2] a glance returns the same fields as decoding the entry', () => {
  expect(glanced(ENTRY)).toEqual(read(ENTRY))
  expect(glanced(ENTRY)).not.toBeNull()
})

test('[S2] a glance refuses exactly what decoding refuses', () => {
  const flips = flipsOf(ENTRY).map(({ bytes }) => bytes)
  const cuts = Array.from(ENTRY, (_, length) => ENTRY.slice(0, length))
  const longer = concatBytes(ENTRY, Uint8Array.of(0))
  const whole = decodeEntry(ENTRY)
  const untagged = whole === null ? ENTRY : encodeEntry({ ...whole, ciphertext: new Uint8Array(TAG_BYTES - 1) })
  const all = [...flips, ...cuts, longer, untagged]
  expect(glanced(untagged)).toBeNull()
  expect(all.map(glanced)).toEqual(all.map(read))
  expect(all.filter((bytes) => glanced(bytes) === null).length).toBeGreaterThan(ENTRY.length)
})
