/** A secret as keys and as a link, with the mistakes that people make in copying. The card: key-card.test.ts. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personIdOf } from '#shared/chain/records.ts'
import { toBase64url } from '#shared/protocol/bytes.ts'
import { parseWorkspaceId } from '#shared/protocol/ids.ts'
import {
  invitationSeed,
  locatorOf,
  parseInvitationLink,
  toInvitationToken,
  toInvitationUrl,
} from './invitation-link.ts'
import { deriveKeyHolder, type Secret } from './key-holder.ts'
import { secretOf } from './testing/circle.ts'

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes): Secret => new Uint8Array(bytes))
const secret = secretOf('resident')

describe('keys from a secret', () => {
  test('are the same every time, and different for another secret', async () => {
    const [one, again, other] = await Promise.all([secret, secret, secretOf('worker')].map(deriveKeyHolder))
    expect(again?.keys).toEqual(one?.keys)
    expect(again?.id).toBe(one?.id)
    expect(other?.id).not.toBe(one?.id)
    expect(one && personIdOf(one.keys)).toBe(one?.id)
  })
  test('signing and receiving keys differ, and are points of 65 bytes', async () => {
    const { keys } = await deriveKeyHolder(secret)
    expect(keys.sign).not.toEqual(keys.box)
    expect([keys.sign.length, keys.sign[0], keys.box.length, keys.box[0]]).toEqual([65, 4, 65, 4])
  })
  test('the private keys cannot be exported', async () => {
    const { boxKeys } = await deriveKeyHolder(secret)
    await expect(crypto.subtle.exportKey('jwk', boxKeys.privateKey)).rejects.toThrow()
  })
})

describe('the invitation link', () => {
  const workspace = parseWorkspaceId(toBase64url(secretOf('a workspace')))
  if (workspace === null) throw new Error('A workspace id is 16 bytes.')

  test('is parsed whole or by its last part', () => {
    fc.assert(
      fc.property(secrets, fc.boolean(), (each, needsCode) => {
        const link = { workspace, secret: each, needsCode, greeting: null }
        const url = toInvitationUrl('https://weef.example/app/', link)
        expect(url.startsWith('https://weef.example/app/#/join/')).toBe(true)
        for (const text of [url, toInvitationToken(link), `  ${url}\n`]) expect(parseInvitationLink(text)).toEqual(link)
      }),
    )
  })
  test('has its secret in the fragment, which browsers never send', () => {
    const url = new URL(
      toInvitationUrl('https://weef.example/', { workspace, secret, needsCode: false, greeting: null }),
    )
    expect(url.pathname + url.search).toBe('/')
    expect(url.hash).toContain(toBase64url(secret))
  })
  test('with a character more or less, in another spelling, or no link at all is refused', () => {
    const token = toInvitationToken({ workspace, secret, needsCode: false, greeting: null })
    const wrong = [
      '',
      token.slice(1),
      token.slice(0, -1),
      `${token}A`,
      `${token}.d`,
      `A${token}`,
      token.replace('.', ''),
    ]
    for (const text of [...wrong, 'https://weef.example/#/join/', 'hello'])
      expect([text, parseInvitationLink(text)]).toEqual([text, null])
    const spellings = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].filter(
      (last) => parseInvitationLink(token.slice(0, -1) + last) !== null,
    )
    expect(spellings).toHaveLength(4)
    fc.assert(fc.property(fc.string(), (text) => void parseInvitationLink(text)))
  })
  test('its locator reveals nothing of the secret’s keys, with or without a spoken code', async () => {
    const plain = await deriveKeyHolder(invitationSeed(secret, null))
    const spoken = await deriveKeyHolder(invitationSeed(secret, '012345'))
    const other = await deriveKeyHolder(invitationSeed(secret, '012346'))
    expect(new Set([plain.id, spoken.id, other.id, String(locatorOf(secret))]).size).toBe(4)
  })
})
