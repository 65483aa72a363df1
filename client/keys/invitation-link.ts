/** Invitations as links (PROTOCOL.md §9): the secret stays in the fragment, which browsers never send. */
import { concatBytes, fromBase64url, toBase64url } from '#shared/protocol/bytes.ts'
import { labelledHash } from '#shared/protocol/hash.ts'
import { type Locator, parseWorkspaceId, toLocator, type WorkspaceId } from '#shared/protocol/ids.ts'
import type { Secret } from './key-holder.ts'
import { SECRET_BYTES } from './secret.ts'

export type InvitationLink = { readonly workspace: WorkspaceId; readonly secret: Secret; readonly needsCode: boolean }

/** Six digits, told by voice: for links sent over channels that others may read. */
const CODE = /^\d{6}$/
/** `<workspace id>.<secret>`, followed by `.c` when a spoken code is needed. */
const TOKEN = /(?:^|[^\w-])([\w-]{22})\.([\w-]{22})(\.c)?$/
const PATH = '#/join/'

/** The part after `#/join/`. */
const toInvitationToken = ({ workspace, secret, needsCode }: InvitationLink): string =>
  `${workspace}.${toBase64url(secret)}${needsCode ? '.c' : ''}`

export const toInvitationUrl = (appUrl: string, link: InvitationLink): string =>
  `${appUrl}${PATH}${toInvitationToken(link)}`

/** Accepts a whole link or its last part, as people paste it. `null` when it is not one. */
export const parseInvitationLink = (text: string): InvitationLink | null => {
  const match = TOKEN.exec(text.trim())
  const workspace = parseWorkspaceId(match?.[1] ?? '')
  const secret = fromBase64url(match?.[2] ?? '')
  return workspace === null || secret?.length !== SECRET_BYTES
    ? null
    : { workspace, secret, needsCode: match?.[3] !== undefined }
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
