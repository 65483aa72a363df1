/** What the browser's own unlock answers, and what it refuses. Real credentials: e2e/journeys/lock.spec.ts. */
import { expect, test, vi } from 'vitest'
import { createWebAuthenticator, type WebAuthn } from './web-authenticator.ts'

const SALT = new Uint8Array(32).fill(3)
const PRF = { 'extension:prf': true, userVerifyingPlatformAuthenticator: true }

const create = (
  changes: Partial<WebAuthn['credentials']> = {},
  capabilities: WebAuthn['capabilities'] = async () => PRF,
) =>
  createWebAuthenticator({
    credentials: { create: async () => null, get: async () => null, ...changes },
    randomBytes: (length) => new Uint8Array(length),
    capabilities,
    name: 'Weef',
  })
const answer = (results: AuthenticationExtensionsClientOutputs): Credential =>
  ({ rawId: Uint8Array.of(9).buffer, getClientExtensionResults: () => results }) as unknown as Credential

test.each([
  ['both', PRF, true],
  ['no such evaluation', { ...PRF, 'extension:prf': false }, false],
  ['no unlock of the device itself', { ...PRF, userVerifyingPlatformAuthenticator: false }, false],
  ['nothing to say about it', undefined, false],
])('a browser that has %s', async (_, capabilities, offered) => {
  expect(await create({}, async () => capabilities).isOffered()).toBe(offered)
})

test('a browser that fails when it is asked offers nothing', async () => {
  expect(await create({}, () => Promise.reject(new Error('no'))).isOffered()).toBe(false)
})

test('a credential that evaluates nothing is no lock', async () => {
  expect(await create({ create: async () => answer({ prf: { enabled: false } }) }).enrol()).toEqual({
    ok: false,
    reason: 'not-here',
  })
  expect(await create({ create: async () => answer({ prf: { enabled: true } }) }).enrol()).toEqual({
    ok: true,
    credential: Uint8Array.of(9),
  })
})

test('the bytes of an evaluation are its own, whatever they are a view of', async () => {
  const first = new Uint8Array(40).fill(7).subarray(4, 36)
  const { evaluate } = create({ get: async () => answer({ prf: { results: { first } } }) })
  expect(await evaluate(Uint8Array.of(9), SALT)).toEqual({ ok: true, unlocked: new Uint8Array(32).fill(7) })
})

test.each([
  ['stopped by the person, or too late', 'NotAllowedError', 'refused'],
  ['without what it needs', 'NotSupportedError', 'not-here'],
  ['for another reason', 'UnknownError', 'not-here'],
])('an unlock that ends %s', async (_, name, reason) => {
  const get = vi.fn<CredentialsContainer['get']>().mockRejectedValue(new DOMException('', name))
  expect(await create({ get }).evaluate(Uint8Array.of(9), SALT)).toEqual({ ok: false, reason })
})
