/** A person's secret as text: 28 characters on a card, or an address that holds them. Bytes ↔ text; knows no keys. */
import { labelledHash } from '#shared/protocol/hash.ts'
import type { Secret } from './key-holder.ts'
import { SECRET_BYTES } from './secret.ts'
import { MAX_TYPED, toTyped, unwrapLinks } from './typed-text.ts'

/** Crockford base32: without I, L, O and U, so that no character is mistaken for another (crockford.com/base32.html). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SECRET_CHARACTERS = 26 // 128 bits and two zero bits
const CHECK_CHARACTERS = 2 // 10 bits: of a thousand typing mistakes, one goes undetected
const CARD_CHARACTERS = SECRET_CHARACTERS + CHECK_CHARACTERS
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

/** The address that the card's QR code holds. Its secret stays in the fragment, which browsers never send. */
export const toKeyCardUrl = (appUrl: string, secret: Secret): string =>
  `${appUrl}${PATH}${toKeyCard(secret).replaceAll('-', '')}`

/** Why a text is no card. Groups are counted from 1. */
export type CardFault =
  | { readonly name: 'empty' }
  /** A character that no card has, as it was typed. */
  | { readonly name: 'character'; readonly group: number; readonly character: string }
  /** Of seven groups, this one has more or fewer than four characters, or cannot end like this. */
  | { readonly name: 'group'; readonly group: number }
  | { readonly name: 'length'; readonly count: number }
  /** Something is mistaken, and nothing says where. */
  | { readonly name: 'check' }
export type CardReading =
  | { readonly ok: true; readonly secret: Secret }
  | { readonly ok: false; readonly fault: CardFault }

const PATH = '#/card/'
const LINK = /#\/card\/([^\s"'<>()[\]]*)/g
const SEPARATORS = /[^\p{L}\p{N}]+/u
const ACCENT = /\p{M}/gu

/** Letters of other keyboards that look like ours, and then what Crockford's alphabet leaves out. */
const LOOK_ALIKES = new Map(
  (
    [
      ['АВЕКМНОРСТХУЅЈІ', 'ABEKMH0PCTXYSJ1'], // Cyrillic
      ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZH1KMN0PTYX'], // Greek
      ['OIL', '011'],
    ] as const
  ).flatMap(([foreign, ours]) => Array.from(foreign, (letter, at) => [letter, ours[at]] as const)),
)

/** In the card's own characters, as far as they can be guessed. */
const toPlain = (typed: string): string =>
  Array.from(
    typed.normalize('NFKD').replaceAll(ACCENT, '').toUpperCase(),
    (character) => LOOK_ALIKES.get(character) ?? character,
  ).join('')

const decode = (characters: string): Secret | null => {
  const bits = Array.from(characters, (one) => ALPHABET.indexOf(one).toString(2).padStart(5, '0')).join('')
  const secret = Uint8Array.from({ length: SECRET_BYTES }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2),
  )
  return toCharacters(secret, SECRET_CHARACTERS) + checkOf(secret) === characters ? secret : null
}

const isWhole = (characters: string): boolean =>
  characters.length === CARD_CHARACTERS && Array.from(characters).every((one) => ALPHABET.includes(one))

/** A card among other words: groups in a row that are a card by themselves. */
const findAmong = (groups: readonly string[]): Secret | null => {
  for (const first of groups.keys()) {
    let characters = ''
    for (const group of groups.slice(first, first + CARD_CHARACTERS / GROUP)) {
      if (group.length % GROUP !== 0) break
      characters += group
      const secret = isWhole(characters) ? decode(characters) : null
      if (secret !== null) return secret
    }
  }
  return null
}

const findFault = (groups: readonly string[]): CardFault => {
  const characters = groups.join('')
  if (characters === '') return { name: 'empty' }
  const odd = groups.length === CARD_CHARACTERS / GROUP ? groups.findIndex(({ length }) => length !== GROUP) : -1
  if (odd !== -1) return { name: 'group', group: odd + 1 }
  const all = Array.from(characters)
  const wrong = all.findIndex((one) => !ALPHABET.includes(one))
  const character = all[wrong]
  if (character !== undefined && all.length === CARD_CHARACTERS)
    return { name: 'character', group: Math.floor(wrong / GROUP) + 1, character }
  if (all.length !== CARD_CHARACTERS) return { name: 'length', count: all.length }
  // The last character of the secret ends with two zero bits.
  const last = ALPHABET.indexOf(all[SECRET_CHARACTERS - 1] ?? '')
  return last % 4 === 0 ? { name: 'check' } : { name: 'group', group: CARD_CHARACTERS / GROUP }
}

/**
 * Accepts what people type, scan and paste: small letters, any script's digits, look-alikes such as O for 0 and L for 1,
 * other separators or none, and words around it.
 */
export const readKeyCard = (text: string): CardReading => {
  if (text.length > MAX_TYPED) return { ok: false, fault: { name: 'length', count: text.length } }
  const typed = toTyped(text)
  const link = [...unwrapLinks(typed).matchAll(LINK)].at(-1)?.[1]
  const groups = toPlain(link ?? typed)
    .split(SEPARATORS)
    .filter((group) => group !== '')
  const characters = groups.join('')
  const secret = (isWhole(characters) ? decode(characters) : null) ?? findAmong(groups)
  return secret === null ? { ok: false, fault: findFault(groups) } : { ok: true, secret }
}
