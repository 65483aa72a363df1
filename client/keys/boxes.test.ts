/** Boxes and seals open with one key, in one place, and nowhere else. */
import { describe, expect, test } from 'vitest'
import { BOX_BYTES } from '#shared/protocol/limits.ts'
import { parseWorkspaceId } from '#shared/protocol/ids.ts'
import { toBase64url } from '#shared/protocol/bytes.ts'
import { type BoxPlace, openBox, sealBox } from './boxes.ts'
import { commitmentTo, deriveEpochKeys, keepsCommitment } from './content-keys.ts'
import { open, seal } from './seal.ts'
import { createChance, holderOf, locatorFor, secretOf } from './testing/circle.ts'

const workspaceOf = (name: string) => {
  const id = parseWorkspaceId(toBase64url(secretOf(name)))
  if (id === null) throw new Error('A workspace id is 16 bytes.')
  return id
}
const secret = createChance('boxes')(32)
const placeFor = async (name: string): Promise<BoxPlace> => ({
  workspace: workspaceOf('here'),
  record: 3,
  epoch: 2,
  recipient: (await holderOf(name)).id,
})
const boxFor = async (name: string) => {
  const holder = await holderOf(name)
  const place = await placeFor(name)
  const box = await sealBox(holder.keys.box, place, secret)
  if (box === null) throw new Error('A real key takes a box.')
  return { holder, place, box }
}

describe('a box', () => {
  test('opens for its recipient, and is different each time', async () => {
    const { holder, place, box } = await boxFor('resident')
    expect(box).toHaveLength(BOX_BYTES)
    expect(await openBox(holder.boxKeys, place, box)).toEqual(secret)
    expect((await boxFor('resident')).box).not.toEqual(box)
  })
  test('does not open for anybody else', async () => {
    const { place, box } = await boxFor('resident')
    expect(await openBox((await holderOf('worker')).boxKeys, place, box)).toBeNull()
  })
  test('opens only in its place: workspace, record, epoch and recipient', async () => {
    const { holder, place, box } = await boxFor('resident')
    const others: Partial<BoxPlace>[] = [
      { workspace: workspaceOf('elsewhere') },
      { record: 4 },
      { epoch: 3 },
      { recipient: locatorFor('link') },
    ]
    for (const other of others) expect(await openBox(holder.boxKeys, { ...place, ...other }, box)).toBeNull()
  })
  test('with a byte changed, removed or added does not open', async () => {
    const { holder, place, box } = await boxFor('resident')
    const wrong = [0, 1, 40, 65, 100, BOX_BYTES - 1].map((at) =>
      box.map((byte, index) => (index === at ? byte ^ 1 : byte)),
    )
    for (const each of [...wrong, box.slice(1), Uint8Array.of(...box, 0), new Uint8Array(BOX_BYTES), new Uint8Array(0)])
      expect(await openBox(holder.boxKeys, place, each)).toBeNull()
  })
  test('cannot be made for a key off the curve', async () => {
    const place = await placeFor('resident')
    for (const key of [new Uint8Array(65), new Uint8Array(65).fill(4), new Uint8Array(0)])
      expect(await sealBox(key, place, secret)).toBeNull()
  })
})

describe('epoch keys', () => {
  test('content and presence have different keys, and so does each workspace', async () => {
    const [here, elsewhere] = await Promise.all([
      deriveEpochKeys(secret, workspaceOf('here')),
      deriveEpochKeys(secret, workspaceOf('elsewhere')),
    ])
    const [nonce, context, text] = [new Uint8Array(12), Uint8Array.of(1), Uint8Array.of(2, 3)]
    const sealed = Uint8Array.of(...nonce, ...(await seal(here.content, nonce, context, text)))
    expect(await open(here.content, context, sealed)).toEqual(text)
    expect(await open(here.presence, context, sealed)).toBeNull()
    expect(await open(elsewhere.content, context, sealed)).toBeNull()
    expect(await open(here.content, Uint8Array.of(2), sealed)).toBeNull()
    for (const short of [new Uint8Array(0), sealed.slice(0, 27)])
      expect(await open(here.content, context, short)).toBeNull()
  })
  test('a commitment holds for one secret only', () => {
    expect(keepsCommitment(secret, commitmentTo(secret))).toBe(true)
    expect(keepsCommitment(createChance('other')(32), commitmentTo(secret))).toBe(false)
    expect(keepsCommitment(secret, commitmentTo(secret).slice(1))).toBe(false)
  })
})
