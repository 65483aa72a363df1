import { p256 } from '@noble/curves/nist.js'
import { afterEach, expect, test, vi } from 'vitest'
import { derivePoint } from './public-point.ts'

afterEach(() => void vi.restoreAllMocks())

/** Small ones, the largest, and one of no shape. */
const SCALARS = ['01', '02', 'ff'.repeat(16), '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296'].map(
  (hex) => Uint8Array.from(Buffer.from(hex.padStart(64, '0'), 'hex')),
)
const LARGEST = Uint8Array.from(Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550', 'hex'))
const pointOf = (scalar: Uint8Array): string => Buffer.from(p256.getPublicKey(scalar, false)).toString('hex')
const derived = async (scalar: Uint8Array<ArrayBuffer>): Promise<string> =>
  Buffer.from(await derivePoint(scalar)).toString('hex')

test.each([...SCALARS, LARGEST])('the browser computes the point that the curve has: %#', async (scalar) => {
  const read = vi.spyOn(crypto.subtle, 'exportKey')
  expect(await derived(scalar)).toBe(pointOf(scalar))
  expect(read).toHaveBeenCalledOnce()
})

test('a browser that reads no key without its point leaves it to the library', async () => {
  const { importKey } = crypto.subtle
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation((...given: Parameters<typeof importKey>) =>
    given[0] === 'pkcs8' ? Promise.reject(new DOMException('', 'DataError')) : importKey.apply(crypto.subtle, given),
  )
  for (const scalar of SCALARS) expect(await derived(scalar)).toBe(pointOf(scalar))
})

test.each([
  ['nothing', { kty: 'EC' }],
  ['too little', { kty: 'EC', x: 'AAAA', y: 'AAAA' }],
  ['no point of the curve', { kty: 'EC', x: 'A'.repeat(43), y: 'A'.repeat(43) }],
  ['the point of another key', null],
])('a browser that answers with %s is not believed', async (_, answer) => {
  const [scalar, other] = [SCALARS[3], SCALARS[2]]
  if (scalar === undefined || other === undefined) throw new Error('There are four.')
  const point = p256.getPublicKey(other, false)
  const others = {
    kty: 'EC',
    x: Buffer.from(point.subarray(1, 33)).toString('base64url'),
    y: Buffer.from(point.subarray(33)).toString('base64url'),
  }
  vi.spyOn(crypto.subtle, 'exportKey').mockResolvedValue((answer ?? others) as never)
  expect(await derived(scalar)).toBe(pointOf(scalar))
})
