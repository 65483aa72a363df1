/** What keyboards, chat and mail make of a code and of a link: each of these was tried by somebody for whom it has to work. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseWorkspaceId } from '#shared/protocol/ids.ts'
import { toBase64url } from '#shared/protocol/bytes.ts'
import { type InvitationLink, parseInvitationLink, parseSpokenCode, toInvitationUrl } from './invitation-link.ts'
import { readKeyCard, toKeyCardUrl } from './key-card.ts'
import { secretOf } from './testing/circle.ts'

const inDigits = (text: string, zero: number): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

describe('a spoken code', () => {
  test.each([
    ['as it is', '012345'],
    ['with a space in the middle', '012 345'],
    ['with spaces everywhere', ' 0 1 2 3 4 5 '],
    ['with a no-break space', '012\u00a0345'],
    ['with a dash', '012-345'],
    ['with a long dash', '012 – 345'],
    ['with a no-break hyphen', '012\u2011345'],
    ['with dots', '01.23.45.'],
    ['with direction marks', '\u200e012345\u202c\u2069'],
    ['with a joiner inside', '012\u200b345\ufeff'],
    ['in Arabic digits', inDigits('012345', 0x0660)],
    ['in Persian digits', inDigits('012345', 0x06f0)],
    ['in Devanagari digits', inDigits('012345', 0x0966)],
    ['in Bengali digits', inDigits('012345', 0x09e6)],
    ['in digits of two keyboards', `${inDigits('012', 0x0660)}345`],
    ['in full-width digits', inDigits('０12345', 0xff10)],
    ['in bold digits', inDigits('012345', 0x1d7ce)],
    ['as keycaps', '0\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e35\ufe0f\u20e3'],
    ['with words', 'De code is 012 345, tot zo!'],
    ['with a time and a telephone number', 'Om 14.30 uur. Bel 06-12345678. Code: 012345.'],
    ['with marks', '*012345*'],
    ['twice', '012345, dus 012345'],
  ])('%s', (_, text) => {
    expect(parseSpokenCode(text)).toBe('012345')
  })
  test.each([
    ['', 'nothing'],
    ['12345', 'one too few'],
    ['1234567', 'one too many'],
    ['123 456 7', 'one too many, in groups'],
    ['12345a', 'a letter'],
    ['123456a', 'a letter behind it'],
    ['12 uur 3456', 'digits of two things'],
    ['123456 of 654321', 'two codes'],
    ['٣'.repeat(200_000), 'a text without end'],
  ])('refuses %s: %s', (text) => {
    expect(parseSpokenCode(text)).toBeNull()
  })
})

const workspace = parseWorkspaceId(toBase64url(secretOf('a workspace')))
if (workspace === null) throw new Error('A workspace id is 16 bytes.')
const secret = secretOf('an invitation')
const greeting = Uint8Array.from({ length: 61 }, (_, at) => at * 37)
const links = (
  [
    { greeting: null, needsCode: false },
    { greeting, needsCode: false },
    { greeting, needsCode: true },
  ] as const
).map((how): InvitationLink => ({ workspace, secret, ...how }))

const WAYS: readonly (readonly [string, (url: string) => string])[] = [
  ['as it is', (url) => url],
  ['with words around', (url) => `Doe je mee? ${url} Groetjes, Wilma`],
  ['with a full stop', (url) => `Kijk op ${url}.`],
  ['with other marks behind it', (url) => `${url}?!…`],
  ['in angle brackets', (url) => `<${url}>`],
  ['in round brackets', (url) => `(${url})`],
  ['in quotes', (url) => `„${url}”`],
  ['in stars', (url) => `*${url}*`],
  ['in underscores', (url) => `_${url}_`],
  ['in tildes', (url) => `~~${url}~~`],
  ['as a link of Markdown', (url) => `[Doe mee](${url})`],
  ['as a link of HTML', (url) => `<a href="${url}">Doe mee</a>`],
  ['with words that follow at once', (url) => `${url}Groetjes`],
  ['with words before it at once', (url) => `Doe mee:${url}`],
  ['with a new line lost', (url) => `Doe je mee?${url}Ik hoop het.`],
  ['with direction marks', (url) => `\u200f\u202a${url}\u202c\u2069`],
  ['with a joiner inside', (url) => url.replace('/join/', '/join/\u200b\u2060')],
  ['broken over lines', (url) => `${url.slice(0, 40)}\r\n${url.slice(40)}`],
  ['broken over lines, with words behind', (url) => `Zie ${url.slice(0, 50)}\n${url.slice(50)}\nGroetjes`],
  ['broken over lines by quoted-printable', (url) => `${url.slice(0, 50)}=\r\n${url.slice(50)}`],
  ['broken over lines and quoted', (url) => `> > ${url.slice(0, 50)}\n> > ${url.slice(50)}\n`],
  ['with a line put in one field', (url) => `${url.slice(0, 50)} ${url.slice(50)}`],
  ['escaped', (url) => encodeURIComponent(url)],
  ['with its fragment escaped', (url) => url.replace('#', '%23')],
  ['full-width', (url) => url.replaceAll(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))],
  ['with no-break hyphens', (url) => url.replaceAll('-', '\u2011')],
  ['with tracking behind it', (url) => `${url}?fbclid=IwAR0abc-d_e&utm_source=mail`],
  ['with tracking before the fragment', (url) => url.replace('#', '?fbclid=IwAR0abc-d_e#')],
  ['as a safe link of Outlook', (url) => `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C02%7Cx%7C8%7C0%7C0&reserved=0`], // prettier-ignore
  ['as a safe link inside a safe link', (url) => `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://www.google.com/url?q=${encodeURIComponent(url)}&sa=D`)}&data=05`], // prettier-ignore
  ['through Google', (url) => `https://www.google.com/url?q=${encodeURIComponent(url)}&sa=D&source=hangouts`],
  ['through Facebook', (url) => `https://l.facebook.com/l.php?u=${encodeURIComponent(url)}&h=AT0`],
  ['through Barracuda', (url) => `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(url).replaceAll(/%../g, (one) => one.toLowerCase())}&c=E,1,x&typo=1`], // prettier-ignore
  ['through Proofpoint', (url) => `https://urldefense.com/v3/__${url.replace('#', '*')}__;Iw!!Abc-d!x$`],
  ['the last of several', (url) => `https://weef.example/#/join/${'A'.repeat(22)}.${'B'.repeat(21)}A en nu ${url}`],
]

describe('an invitation', () => {
  test.each(WAYS)('%s', (_, wrap) => {
    for (const link of links) {
      const text = wrap(toInvitationUrl('https://weef.example/', link))
      expect([text, parseInvitationLink(text)]).toEqual([text, link])
    }
  })
  test('whatever its letters are', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(bytes, bytes, fc.boolean(), fc.constantFrom(...WAYS), (one, other, needsCode, [, wrap]) => {
        const id = parseWorkspaceId(toBase64url(new Uint8Array(one)))
        if (id === null) throw new Error('A workspace id is 16 bytes.')
        const link = { workspace: id, secret: new Uint8Array(other), needsCode, greeting }
        expect(parseInvitationLink(wrap(toInvitationUrl('https://weef.example/', link)))).toEqual(link)
      }),
      { numRuns: 1_000 },
    )
  })
  test('is not found in a text without end', () => {
    expect(parseInvitationLink('a.'.repeat(1_000_000))).toBeNull()
    expect(parseInvitationLink('%25'.repeat(30_000))).toBeNull()
    expect(parseInvitationLink('/join/A.'.repeat(12_000))).toBeNull()
  })
})

test('a card’s link is found in the one of a mail program', () => {
  const url = toKeyCardUrl('https://weef.example/', secret)
  const wrapped = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C02`
  expect(readKeyCard(wrapped)).toEqual({ ok: true, secret })
})
