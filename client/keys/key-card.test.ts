/** The key card: as it is shown, and as people type, scan and paste it, with the mistakes that they make. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CardFault, readKeyCard, toKeyCard, toKeyCardUrl } from './key-card.ts'
import type { Secret } from './key-holder.ts'
import { secretOf } from './testing/circle.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes): Secret => new Uint8Array(bytes))
const secret = secretOf('resident')
const card = toKeyCard(secret)
const groups = card.split('-')
const zeros: Secret = new Uint8Array(16)
const ones: Secret = Uint8Array.of(8, 66, 16, 132, 33, 8, 66, 16, 132, 33, 8, 66, 16, 132, 33, 8)

const read = (text: string): Secret | null => {
  const reading = readKeyCard(text)
  return reading.ok ? reading.secret : null
}
const faultOf = (text: string): CardFault | null => {
  const reading = readKeyCard(text)
  return reading.ok ? null : reading.fault
}
/** The same text with the digits of another script, whose zero is at `zero`. */
const inDigits = (text: string, zero: number): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
const toFullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0))
const respell = (text: string, spelling: Readonly<Record<string, string>>): string =>
  Array.from(text, (one) => spelling[one] ?? one).join('')

test('has seven groups of four, and is read as the secret that it was made from', () => {
  fc.assert(
    fc.property(secrets, (each) => {
      expect(toKeyCard(each)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(read(toKeyCard(each))).toEqual(each)
    }),
  )
})

test('its address holds it in the fragment, which browsers never send', () => {
  const url = toKeyCardUrl('https://weef.example/app/', secret)
  const { pathname, search, hash } = new URL(url)
  expect(pathname + search).toBe('/app/')
  expect(hash).toMatch(/^#\/card\/\w{28}$/)
  expect(read(url)).toEqual(secret)
})

describe('is accepted', () => {
  test('as people type it: small letters, spaces, O for 0, I and L for 1', () => {
    expect(toKeyCard(ones).slice(0, 24)).toBe('1111-1111-1111-1111-1111')
    for (const each of [secret, zeros, ones]) {
      const shown = toKeyCard(each)
      const typed = [
        shown.toLowerCase(),
        shown.replaceAll('-', ''),
        `  ${shown.replaceAll('-', ' ')}\n`,
        shown.replaceAll('0', 'O'),
        shown.replaceAll('0', 'o'),
        shown.replaceAll('1', 'I'),
        shown.replaceAll('1', 'l'),
        shown.replaceAll('1', 'ı'),
      ]
      for (const text of typed) expect(read(text)).toEqual(each)
    }
  })
  test.each([
    ['no-break hyphens', card.replaceAll('-', '\u2011')],
    ['long dashes with spaces', card.replaceAll('-', ' — ')],
    ['dots', card.replaceAll('-', '.')],
    ['a line for each group', card.replaceAll('-', '\r\n')],
    ['no-break and thin spaces', card.replaceAll('-', '\u00a0\u2009')],
    ['a space after each character', card.replaceAll('-', '').replaceAll(/(?<one>.)/g, '$<one> ')],
    ['direction marks around and inside', `\u200f\u202a${card.replace('-', '-\u200e')}\u202c\u2069`],
    ['soft hyphens and a byte order mark', `\ufeff${card.replaceAll('-', '\u00ad')}`],
    ['full-width characters', toFullWidth(card)],
    ['full-width small letters', toFullWidth(card.toLowerCase())],
    ['Arabic digits', inDigits(card, 0x0660)],
    ['Persian digits', inDigits(card, 0x06f0)],
    ['Devanagari digits', inDigits(card, 0x0966)],
    ['bold digits', inDigits(card, 0x1d7ce)],
    ['Cyrillic letters that look the same', respell(card, { A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', K: 'К', M: 'М', P: 'Р', T: 'Т', X: 'Х', Y: 'у' })], // prettier-ignore
    ['Greek letters that look the same', respell(card, { A: 'Α', B: 'Β', E: 'Ε', H: 'Η', K: 'Κ', M: 'Μ', N: 'Ν', P: 'Ρ', T: 'Τ', X: 'Χ', Z: 'Ζ' })], // prettier-ignore
    ['quotes', `“${card}”.`],
    ['words before and after', `Mijn sleutelkaart (niet weggooien!): ${card} — groetjes, Ans 1961`],
    ['the whole link', `https://weef.example/#/card/${card.replaceAll('-', '')}`],
    ['the link in a message', `Kijk: <https://weef.example/#/card/${card.replaceAll('-', '')}> tot zo`],
  ])('with %s', (_, text) => {
    expect(read(text)).toEqual(secret)
  })
})

describe('is told where it is wrong', () => {
  const [first = '', second = '', third = ''] = groups
  const replaceGroup = (at: number, group: string): string => groups.with(at, group).join('-')
  test.each<[string, string, CardFault]>([
    ['nothing', '  -- ', { name: 'empty' }],
    ['the half of it', `${first}-${second}-${third}`, { name: 'length', count: 12 }],
    ['one group short', groups.slice(1).join(' '), { name: 'length', count: 24 }],
    ['a group of three', replaceGroup(2, third.slice(1)), { name: 'group', group: 3 }],
    ['a group of five', replaceGroup(4, `${groups[4]}7`), { name: 'group', group: 5 }],
    ['a U', replaceGroup(1, `U${second.slice(1)}`), { name: 'character', group: 2, character: 'U' }],
    ['a letter of another script', replaceGroup(5, `ж${groups[5]?.slice(1)}`), { name: 'character', group: 6, character: 'Ж' }], // prettier-ignore
    ['one more, without groups', `${card.replaceAll('-', '')}0`, { name: 'length', count: 29 }],
    ['an end that no card has', toKeyCard(zeros).replace(/0(?=..$)/, '3'), { name: 'group', group: 7 }],
    ['two groups that changed places', [second, first, ...groups.slice(2)].join('-'), { name: 'check' }],
    ['a message without a card', 'Hoi Ans, ik kom morgen om 10 uur langs', { name: 'length', count: 29 }],
  ])('%s', (_, text, fault) => {
    expect(faultOf(text)).toEqual(fault)
  })
  test('a text without end is no card', () => {
    expect(faultOf('A'.repeat(1_000_000))).toEqual({ name: 'length', count: 1_000_000 })
  })
})

test('of a thousand wrong characters about one goes undetected, and likewise of swapped neighbours', () => {
  let slips = 0
  let unseen = 0
  const slip = (text: string, original: Secret): void => {
    slips += 1
    const found = read(text)
    if (found === null) return
    unseen += 1
    expect(found).not.toEqual(original)
  }
  for (const name of ['worker', 'resident', 'friend', 'neighbour']) {
    const characters = toKeyCard(secretOf(name)).replaceAll('-', '')
    for (let at = 0; at < characters.length; at++) {
      for (const other of ALPHABET)
        if (other !== characters[at]) slip(characters.slice(0, at) + other + characters.slice(at + 1), secretOf(name))
      const [left = '', right = ''] = characters.slice(at, at + 2)
      if (right !== '' && left !== right)
        slip(characters.slice(0, at) + right + left + characters.slice(at + 2), secretOf(name))
    }
  }
  expect(slips).toBeGreaterThan(3_000)
  expect(unseen / slips).toBeLessThan(0.004)
})

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readKeyCard(text)))
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0OIL1ZU-a ٣#/cardé\u200e'), minLength: 28 }), (text) => void readKeyCard(text)), // prettier-ignore
  )
})
