/** Invitations as links (PROTOCOL.md §9): the secret stays in the fragment, which browsers never send. */
import { concatBytes, fromBase64url, toBase64url } from '#shared/protocol/bytes.ts'
import { labelledHash } from '#shared/protocol/hash.ts'
import { type Locator, parseWorkspaceId, toLocator, type WorkspaceId } from '#shared/protocol/ids.ts'
import { MAX_GREETING_BYTES } from './greeting.ts'
import type { Secret } from './key-holder.ts'
import { SECRET_BYTES } from './secret.ts'

export type InvitationLink = {
  readonly workspace: WorkspaceId
  readonly secret: Secret
  readonly needsCode: boolean
  /** Sealed; `null` in links of earlier versions. */
  readonly greeting: Uint8Array<ArrayBuffer> | null
}

/** Six digits, told by voice: for links sent over channels that others may read. */
const CODE = /^\d{6}$/
/**
 * `<workspace id>.<secret>`, before it `<greeting>.` where there is one, after it `.c` when a spoken code is needed. Versions
 * without greetings look at the end alone, and so read the rest.
 */
const TOKEN = /(?:^|[^\w-])(?:([\w-]+)\.)?([\w-]{22})\.([\w-]{22})(\.c)?$/
/** Four characters for three bytes. */
const MAX_GREETING_CHARACTERS = Math.ceil((MAX_GREETING_BYTES * 4) / 3)
const PATH = '#/join/'

/** The part after `#/join/`. */
const toInvitationToken = ({ workspace, secret, needsCode, greeting }: InvitationLink): string =>
  `${greeting === null ? '' : `${toBase64url(greeting)}.`}${workspace}.${toBase64url(secret)}${needsCode ? '.c' : ''}`

export const toInvitationUrl = (appUrl: string, link: InvitationLink): string =>
  `${appUrl}${PATH}${toInvitationToken(link)}`

/** Accepts a whole link or its last part, as people paste it. `null` when it is not one. */
export const parseInvitationLink = (text: string): InvitationLink | null => {
  const match = TOKEN.exec(text.trim())
  const [, sealed = '', id = '', rest = '', code] = match ?? []
  const workspace = parseWorkspaceId(id)
  const secret = fromBase64url(rest)
  if (workspace === null || secret?.length !== SECRET_BYTES) return null
  const greeting = sealed.length > MAX_GREETING_CHARACTERS ? null : fromBase64url(sealed)
  return { workspace, secret, needsCode: code !== undefined, greeting: greeting?.length ? greeting : null }
}

export const locatorOf = (secret: Secret): Locator => toLocator(labelledHash('weef/locator', secret))

/** People write it with spaces. `null` unless it is six digits. */
export const parseSpokenCode = (text: string): string | null => {
  const digits = text.replaceAll(/\s/g, '')
  return CODE.test(digits) ? digits : null
}

/** The input from which the invitation's keys are derived: the secret alone, or a hash of it with the code (32 bytes). */
export const invitationSeed = (secret: Secret, code: string | null): Secret =>
  code === null ? secret : labelledHash('weef/spoken-code', concatBytes(secret, new TextEncoder().encode(code)))
