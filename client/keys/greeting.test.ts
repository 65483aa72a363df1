/** The greeting of an invitation: read by whoever has the link, damaged as if there were none. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concatBytes, fromBase64url, toBase64url } from '#shared/protocol/bytes.ts'
import { labelBytes } from '#shared/protocol/hash.ts'
import { idBytes, parseWorkspaceId } from '#shared/protocol/ids.ts'
import { type Greeting, MAX_GREETING_BYTES, openGreeting, sealGreeting } from './greeting.ts'
import { parseInvitationLink, toInvitationUrl } from './invitation-link.ts'
import { seal } from './seal.ts'
import { secretOf } from './testing/circle.ts'

const workspace = parseWorkspaceId(toBase64url(secretOf('a workspace')))!
const link = { workspace, secret: secretOf('resident') }
const nonce = new Uint8Array(12).fill(3)
const WANDA: Greeting = { inviter: 'Wanda', organisation: 'Buurtteam Oost', whose: { name: 'of', person: 'Sam' } }

test('is read by whoever has the link, whatever it says', async () => {
  const all: readonly Greeting[] = [
    WANDA,
    { inviter: '', organisation: '', whose: { name: 'not-said' } },
    { inviter: 'Ans', organisation: '', whose: { name: 'inviters' } },
    { inviter: 'Ans', organisation: '', whose: { name: 'theirs' } },
  ]
  for (const greeting of all) {
    const sealed = await sealGreeting(link, greeting, nonce)
    expect(await openGreeting({ ...link, greeting: sealed })).toEqual(greeting)
  }
  expect(await openGreeting({ ...link, greeting: null })).toBeNull()
})

test('the bytes stand in links that people keep: if this fails, write a new version and go on reading this one', async () => {
  expect(toBase64url(await sealGreeting(link, WANDA, nonce))).toBe(
    'AwMDAwMDAwMDAwMDKLyPDubOskm6Q4vM7YVd2SklbbsY18KbBU36pTu1ULYsz3dw0HkYZrzmaA',
  )
})

test('is bounded, and never cut inside a character', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
      const greeting: Greeting = { inviter: text, organisation: text, whose: { name: 'of', person: text } }
      const sealed = await sealGreeting(link, greeting, nonce)
      expect(sealed.length).toBeLessThanOrEqual(MAX_GREETING_BYTES)
      const read = await openGreeting({ ...link, greeting: sealed })
      expect(text.toWellFormed().startsWith(read?.inviter ?? '?')).toBe(true)
    }),
    { numRuns: 40 },
  )
})

describe('counts as none', () => {
  const sealed = sealGreeting(link, WANDA, nonce)

  test('with any byte changed, missing or added', async () => {
    const whole = await sealed
    for (let at = 0; at < whole.length; at++) {
      const changed = whole.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(await openGreeting({ ...link, greeting: changed })).toBeNull()
    }
    for (const greeting of [whole.slice(1), whole.slice(0, -1), concatBytes(whole, Uint8Array.of(0)), new Uint8Array()])
      expect(await openGreeting({ ...link, greeting })).toBeNull()
  })
  test('beside another secret or another workspace', async () => {
    const greeting = await sealed
    expect(await openGreeting({ ...link, secret: secretOf('other'), greeting })).toBeNull()
    const elsewhere = parseWorkspaceId(toBase64url(secretOf('elsewhere')))!
    expect(await openGreeting({ workspace: elsewhere, secret: link.secret, greeting })).toBeNull()
  })
  test('when whoever has the link seals nonsense', async () => {
    const key = await crypto.subtle.importKey('raw', link.secret, 'HKDF', false, ['deriveKey'])
    const info = labelBytes('weef/greeting')
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info }
    const aes = await crypto.subtle.deriveKey(algorithm, key, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
    const context = concatBytes(info, idBytes(workspace))
    const sealAny = async (plain: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
      concatBytes(nonce, await seal(aes, nonce, context, new Uint8Array(plain)))
    const wrong = [
      [],
      [1],
      [2, 0, 0, 0, 0], // of a later version
      [1, 9, 0, 0, 0], // nobody's
      [1, 0, 1, 0xff, 0, 0], // no UTF-8
      [1, 0, 49, ...Array.from({ length: 49 }, () => 65), 0, 0], // longer than a name
      [1, 0, 0, 0, 0, 0], // and something behind it
    ]
    for (const plain of wrong)
      expect(await openGreeting({ ...link, greeting: await sealAny(Uint8Array.from(plain)) })).toBeNull()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (plain) => {
        await openGreeting({ ...link, greeting: await sealAny(plain) })
      }),
      { numRuns: 60 },
    )
  })
})

describe('in the link', () => {
  /** The pattern of the first release. */
  const FIRST_RELEASE = /(?:^|[^\w-])([\w-]{22})\.([\w-]{22})(\.c)?$/

  test.each([false, true])(
    'it comes before the rest, which apps without greetings read (code: %s)',
    async (needsCode) => {
      const greeting = await sealGreeting(link, WANDA, nonce)
      const url = toInvitationUrl('https://weef.example/', { ...link, needsCode, greeting })
      expect(parseInvitationLink(url)).toEqual({ ...link, needsCode, greeting })
      expect(parseInvitationLink(url.split('/join/')[1] ?? '')).toEqual({ ...link, needsCode, greeting })
      const [, id, secret, code] = FIRST_RELEASE.exec(url) ?? []
      expect([id, fromBase64url(secret ?? ''), code]).toEqual([workspace, link.secret, needsCode ? '.c' : undefined])
      expect(new URL(url).pathname + new URL(url).search).toBe('/')
    },
  )
  test('one that is too long, or in another spelling, is left out', () => {
    const rest = toInvitationUrl('', { ...link, needsCode: false, greeting: null }).slice('#/join/'.length)
    for (const before of ['A'.repeat(2_000), 'AAAAB', 'AB'])
      expect(parseInvitationLink(`https://weef.example/#/join/${before}.${rest}`)).toEqual({
        ...link,
        needsCode: false,
        greeting: null,
      })
  })
})
