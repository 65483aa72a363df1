/**
 * The greeting of an invitation (PROTOCOL.md §9): who invites, for whom, and whose plan it is. It travels in the link itself, sealed
 * under the link's secret, so that it is known without a connection and a damaged one counts as none. It is the inviter's
 * claim: nobody else vouches for it.
 */
import type { Decoder } from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { concatBytes } from '#shared/protocol/bytes.ts'
import { decodeAll, MalformedError, readNumber, readVarBytes } from '#shared/protocol/readers.ts'
import { labelBytes } from '#shared/protocol/hash.ts'
import { idBytes, type WorkspaceId } from '#shared/protocol/ids.ts'
import { CONTENT_KEY_BYTES, NONCE_BYTES, TAG_BYTES } from '#shared/protocol/limits.ts'
import type { Secret } from './key-holder.ts'
import { open, seal } from './seal.ts'

/** Whose plan it is. `theirs`: of the person who is invited. */
export type Whose =
  | { readonly name: 'not-said' }
  | { readonly name: 'inviters' }
  | { readonly name: 'theirs' }
  | { readonly name: 'of'; readonly person: string }
/** Texts are empty where nothing was given. */
export type Greeting = { readonly inviter: string; readonly organisation: string; readonly whose: Whose }

/** The bytes of each text, at most: three long ones still fit a QR code that an old phone scans across a table. */
const TEXT_BYTES = 48
const VERSION = 1
/** The index is its number in the bytes. */
const WHOSE = ['not-said', 'inviters', 'theirs', 'of'] as const

/** Version, whose, and three texts with their lengths. */
const MAX_PLAIN_BYTES = 2 + 3 * (1 + TEXT_BYTES)
/** The most bytes of a sealed greeting. */
export const MAX_GREETING_BYTES = NONCE_BYTES + MAX_PLAIN_BYTES + TAG_BYTES

const utf8 = new TextEncoder()
const strict = new TextDecoder('utf-8', { fatal: true })

/** The beginning of a text, never cut inside a character. */
const toBytes = (text: string): Uint8Array => {
  const characters = [...text.toWellFormed()]
  while (utf8.encode(characters.join('')).length > TEXT_BYTES) characters.pop()
  return utf8.encode(characters.join(''))
}

const readText = (decoder: Decoder): string => strict.decode(readVarBytes(decoder, TEXT_BYTES))

const encode = ({ inviter, organisation, whose }: Greeting): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    encoding.encode((to) => {
      encoding.writeVarUint(to, VERSION)
      encoding.writeVarUint(to, WHOSE.indexOf(whose.name))
      for (const text of [inviter, organisation, whose.name === 'of' ? whose.person : ''])
        encoding.writeVarUint8Array(to, toBytes(text))
    }),
  )

const decode = (bytes: Uint8Array): Greeting | null =>
  decodeAll(bytes, (decoder) => {
    if (readNumber(decoder) !== VERSION) throw new MalformedError('of a later version')
    const whose = WHOSE[readNumber(decoder)]
    if (whose === undefined) throw new MalformedError('nobody’s')
    const [inviter, organisation, person] = [readText(decoder), readText(decoder), readText(decoder)]
    return { inviter, organisation, whose: whose === 'of' ? { name: whose, person } : { name: whose } }
  })

const deriveKey = async (secret: Secret): Promise<CryptoKey> => {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: labelBytes('weef/greeting') }
  return crypto.subtle.deriveKey(algorithm, key, { name: 'AES-GCM', length: CONTENT_KEY_BYTES * 8 }, false, [
    'encrypt',
    'decrypt',
  ])
}

const contextOf = (workspace: WorkspaceId): Uint8Array<ArrayBuffer> =>
  concatBytes(labelBytes('weef/greeting'), idBytes(workspace))

type Link = { readonly workspace: WorkspaceId; readonly secret: Secret }

/** `nonce`: 12 fresh random bytes. */
export const sealGreeting = async (
  { workspace, secret }: Link,
  greeting: Greeting,
  nonce: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> =>
  concatBytes(nonce, await seal(await deriveKey(secret), nonce, contextOf(workspace), encode(greeting)))

/** `null` when there is none that this version can read: the link works without. */
export const openGreeting = async ({
  workspace,
  secret,
  greeting,
}: Link & { readonly greeting: Uint8Array<ArrayBuffer> | null }): Promise<Greeting | null> => {
  if (greeting === null) return null
  const bytes = await open(await deriveKey(secret), contextOf(workspace), greeting)
  return bytes && decode(bytes)
}
