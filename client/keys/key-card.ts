/** A person's secret as text: 28 characters on a card. Bytes ↔ text; knows no keys. */
import { labelledHash } from '#shared/protocol/hash.ts'
import type { Secret } from './key-holder.ts'
import { SECRET_BYTES } from './secret.ts'

/** Crockford base32: without I, L, O and U, so that no character is mistaken for another (crockford.com/base32.html). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SECRET_CHARACTERS = 26 // 128 bits and two zero bits
const CHECK_CHARACTERS = 2 // 10 bits: of a thousand typing mistakes, one goes undetected
const GROUP = 4

/** 5 bits per character, highest first. */
const toCharacters = (bytes: Uint8Array, count: number): string => {
  const bits = bytes.reduce((all, byte) => all + byte.toString(2).padStart(8, '0'), '').padEnd(count * 5, '0')
  return Array.from(
    { length: count },
    (_, index) => ALPHABET[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)],
  ).join('')
}

const checkOf = (secret: Secret): string =>
  toCharacters(labelledHash('weef/card', secret).subarray(0, 2), CHECK_CHARACTERS)

/** Seven groups of four: `0123-4567-…`. */
export const toKeyCard = (secret: Secret): string => {
  const characters = toCharacters(secret, SECRET_CHARACTERS) + checkOf(secret)
  return characters.replaceAll(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-')
}

/** Accepts what people type: lower case, spaces, O for 0, I and L for 1. `null` when the check fails. */
export const parseKeyCard = (text: string): Secret | null => {
  const characters = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (characters.length !== SECRET_CHARACTERS + CHECK_CHARACTERS) return null
  const values = [...characters].map((character) => ALPHABET.indexOf(character))
  if (values.includes(-1)) return null
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  const secret = Uint8Array.from({ length: SECRET_BYTES }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2),
  )
  const same = toCharacters(secret, SECRET_CHARACTERS) + checkOf(secret) === characters
  return same ? secret : null
}
