/** Sealed keys with any byte changed, or moved to another place. Boxes and their places: boxes.test.ts. */
import { describe, expect, test } from 'vitest'
import { flipsOf } from '#shared/golden/flips.ts'
import { toWorkspaceId } from '#shared/protocol/ids.ts'
import { openBox, sealBox } from './boxes.ts'
import { deriveEpochKeys, openPrevious, sealPrevious } from './content-keys.ts'
import { open } from './seal.ts'
import { createChance, holderOf, secretOf } from './testing/circle.ts'

const here = toWorkspaceId(secretOf('here'))
const elsewhere = toWorkspaceId(secretOf('elsewhere'))
const chance = createChance('flipped seals')
const [secret, before] = [chance(32), chance(32)]

test('a box with any byte changed does not open', async () => {
  const resident = await holderOf('resident')
  const place = { workspace: here, record: 3, epoch: 2, recipient: resident.id }
  const box = await sealBox(resident.keys.box, place, secret)
  if (box === null) throw new Error('A real key takes a box.')
  expect(await openBox(resident.boxKeys, place, box)).toEqual(secret)
  const opened = await Promise.all(flipsOf(box).map(({ bytes }) => openBox(resident.boxKeys, place, bytes)))
  expect(opened.filter((each) => each !== null)).toEqual([])
})

describe('a sealed previous key', () => {
  const sealed = () => sealPrevious(secret, here, 2, before, chance(12))

  test('with any byte changed does not open', async () => {
    const link = await sealed()
    expect(await openPrevious(secret, here, 2, link)).toEqual(before)
    const opened = await Promise.all(flipsOf(link).map(({ bytes }) => openPrevious(secret, here, 2, bytes)))
    expect(opened.filter((each) => each !== null)).toEqual([])
  })
  test('opens only in its workspace and epoch, with its own key, and as nothing else', async () => {
    const link = await sealed()
    expect(await openPrevious(secret, elsewhere, 2, link)).toBeNull()
    expect(await openPrevious(secret, here, 3, link)).toBeNull()
    expect(await openPrevious(before, here, 2, link)).toBeNull()
    const keys = await deriveEpochKeys(secret, here)
    const contexts = [new Uint8Array(0), new TextEncoder().encode('weef/previous\0')]
    for (const context of contexts)
      for (const key of [keys.content, keys.presence]) expect(await open(key, context, link)).toBeNull()
  })
})
