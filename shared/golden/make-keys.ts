/** Keys, ids, key cards, locators and spoken codes of the vectors' people. */
import { counting, deriveHolder, hkdf, type Holder, label, sha256, varUint } from './primitives.ts'

export type Invited = { readonly secret: Buffer; readonly holder: Holder; readonly locator: Buffer }
export type People = {
  readonly worker: Holder
  readonly resident: Holder
  readonly first: Invited
  readonly second: Invited
  readonly third: Invited
}

const locatorOf = (secret: Buffer): Buffer => sha256(label('weef/locator'), secret).subarray(0, 16)
const invited = (first: number): Invited => {
  const secret = counting(first, 16)
  return { secret, holder: deriveHolder(secret), locator: locatorOf(secret) }
}

export const deriveSome = (): People => ({
  worker: deriveHolder(counting(0x00, 16)),
  resident: deriveHolder(counting(0x10, 16)),
  first: invited(0x20),
  second: invited(0x30),
  third: invited(0x40),
})

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** The bits of `bytes` as one number, five at a time, padded with zeros on the right. */
const base32 = (bytes: Buffer, characters: number): string => {
  let number = BigInt(`0x${bytes.toString('hex')}`) << BigInt(Math.max(0, characters * 5 - bytes.length * 8))
  number >>= BigInt(Math.max(0, bytes.length * 8 - characters * 5))
  let text = ''
  for (let index = 0; index < characters; index++, number >>= 5n) text = `${CROCKFORD[Number(number & 31n)]}${text}`
  return text
}
const keyCard = (secret: Buffer): string => {
  const text = base32(secret, 26) + base32(sha256(label('weef/card'), secret).subarray(0, 2), 2)
  return [0, 4, 8, 12, 16, 20, 24].map((start) => text.slice(start, start + 4)).join('-')
}

const describe = (holder: Holder) => ({
  secret: holder.secret,
  signScalar: holder.sign.scalar,
  signPoint: holder.sign.point,
  boxScalar: holder.box.scalar,
  boxPoint: holder.box.point,
  id: holder.id,
})

const HOME = 2
/** The home of a person: root salt, epoch secret and workspace id, all from their secret. */
const home = ({ secret, sign, box }: Holder) => {
  const seed = hkdf(secret, label('weef/home'), 48)
  const [salt, epochSecret] = [seed.subarray(0, 16), seed.subarray(16)]
  const commitment = sha256(label('weef/commitment'), epochSecret)
  const identity = Buffer.concat([salt, varUint(HOME), sign.point, box.point, commitment])
  return { salt, epochSecret, id: sha256(label('weef/workspace'), identity).subarray(0, 16) }
}

export const makeKeys = (people: People) => {
  const code = '012345'
  const seed = sha256(label('weef/spoken-code'), people.first.secret, Buffer.from(code))
  return {
    worker: { ...describe(people.worker), card: keyCard(people.worker.secret), home: home(people.worker) },
    resident: { ...describe(people.resident), card: keyCard(people.resident.secret) },
    invitation: { ...describe(people.first.holder), locator: people.first.locator },
    spoken: { code, seed, ...describe(deriveHolder(seed)), locator: people.first.locator },
  }
}
