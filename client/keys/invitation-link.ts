/** Invitations as links (PROTOCOL.md §9): the secret stays in the fragment, which browsers never send. */
import { concatBytes, fromBase64url, toBase64url } from '#shared/protocol/bytes.ts'
import { labelledHash } from '#shared/protocol/hash.ts'
import { type Locator, parseWorkspaceId, toLocator, type WorkspaceId } from '#shared/protocol/ids.ts'
import { MAX_GREETING_BYTES } from './greeting.ts'
import type { Secret } from './key-holder.ts'
import { SECRET_BYTES } from './secret.ts'
import { MAX_TYPED, toTyped, unwrapLinks } from './typed-text.ts'

export type InvitationLink = {
  readonly workspace: WorkspaceId
  readonly secret: Secret
  readonly needsCode: boolean
  /** Sealed; `null` in links of earlier versions. */
  readonly greeting: Uint8Array<ArrayBuffer> | null
}

/** Six digits, told by voice: for links sent over channels that others may read. */
const CODE_DIGITS = 6
/**
 * `<workspace id>.<secret>`, before it `<greeting>.` where there is one, after it `.c` when a spoken code is needed. Versions
 * without greetings look at the end alone, and so read the rest. Another small letter there would be a kind of link that this
 * version does not know.
 */
const TOKEN = String.raw`(?:([\w-]+)\.)?([\w-]{22})\.([\w-]{22})(?:(\.c)(?![a-z\d-])|(?!\.[a-z]))`
const ALONE = new RegExp(String.raw`(?<![\w.-])${TOKEN}(?![\w-])`, 'g')
/** In a whole link its length says where it ends: marks such as `_` for italics may follow at once, or a word of some letters. */
const IN_LINK = new RegExp(String.raw`/join/${TOKEN}(?![\w-]?[A-Za-z\d](?![\w-]))`, 'g')
/** A line that was broken: by mail, which may say so with `=` or quote it with `>`, or by a field that keeps one line. */
const BREAK = /=?\s+(?:>+\s*)*/g
/** Four characters for three bytes. */
const MAX_GREETING_CHARACTERS = Math.ceil((MAX_GREETING_BYTES * 4) / 3)
const PATH = '#/join/'

/** The part after `#/join/`. */
export const toInvitationToken = ({ workspace, secret, needsCode, greeting }: InvitationLink): string =>
  `${greeting === null ? '' : `${toBase64url(greeting)}.`}${workspace}.${toBase64url(secret)}${needsCode ? '.c' : ''}`

export const toInvitationUrl = (appUrl: string, link: InvitationLink): string =>
  `${appUrl}${PATH}${toInvitationToken(link)}`

const toLink = ([, sealed = '', id = '', rest = '', code]: readonly (string | undefined)[]): InvitationLink | null => {
  const workspace = parseWorkspaceId(id)
  const secret = fromBase64url(rest)
  if (workspace === null || secret?.length !== SECRET_BYTES) return null
  const greeting = sealed.length > MAX_GREETING_CHARACTERS ? null : fromBase64url(sealed)
  return { workspace, secret, needsCode: code !== undefined, greeting: greeting?.length ? greeting : null }
}

/**
 * Accepts a whole link or its last part, as people type, paste and forward it: with words and marks around it, inside the link
 * of a mail program, broken over lines. Of several the last counts. `null` when there is none.
 */
export const parseInvitationLink = (text: string): InvitationLink | null => {
  if (text.length > MAX_TYPED) return null
  const typed = unwrapLinks(toTyped(text))
  return lastLink(typed, IN_LINK) ?? lastLink(typed.replaceAll(BREAK, ''), IN_LINK) ?? lastLink(typed, ALONE)
}

const lastLink = (text: string, pattern: RegExp): InvitationLink | null =>
  [...text.matchAll(pattern)].map(toLink).findLast((link) => link !== null) ?? null

export const locatorOf = (secret: Secret): Locator => toLocator(labelledHash('weef/locator', secret))

/** Digits with anything between them but words. */
const DIGITS = /(?<![\p{L}\p{N}])\d(?:[^\p{L}\p{N}]*\d)*(?![\p{L}\p{N}])/gu

/** As people type and paste it: in the digits of any script, with spaces, dashes or words around. `null` unless six digits stand out. */
export const parseSpokenCode = (text: string): string | null => {
  if (text.length > MAX_TYPED) return null
  const rows = Array.from(toTyped(text).matchAll(DIGITS), ([row]) => row.replaceAll(/\D/g, ''))
  const codes = new Set(rows.filter(({ length }) => length === CODE_DIGITS))
  const [code = null] = codes
  return codes.size === 1 ? code : null
}

/** The input from which the invitation's keys are derived: the secret alone, or a hash of it with the code (32 bytes). */
export const invitationSeed = (secret: Secret, code: string | null): Secret =>
  code === null ? secret : labelledHash('weef/spoken-code', concatBytes(secret, new TextEncoder().encode(code)))
