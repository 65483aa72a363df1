/** Invitations as links (PROTOCOL.md §9): the secret never leaves the fragment, which browsers send to nobody. */
import { concatBytes, fromBase64url, toBase64url } from '#shared/protocol/bytes.ts'
import { labelledHash } from '#shared/protocol/hash.ts'
import { type Locator, parseWorkspaceId, toLocator, type WorkspaceId } from '#shared/protocol/ids.ts'
import type { Secret } from './key-holder.ts'
import { SECRET_BYTES } from './secret.ts'

export type InvitationLink = { readonly workspace: WorkspaceId; readonly secret: Secret; readonly needsCode: boolean }

/** Six digits, said aloud: for links that travel over other people's channels. */
const CODE = /^\d{6}$/
/** `<workspace id>.<secret>`, and `.c` when a spoken code is mixed in. */
const TOKEN = /(?:^|[^\w-])([\w-]{22})\.([\w-]{22})(\.c)?$/
const PATH = '#/join/'

/** The part after `#/join/`. */
const toInvitationToken = ({ workspace, secret, needsCode }: InvitationLink): string =>
  `${workspace}.${toBase64url(secret)}${needsCode ? '.c' : ''}`

export const toInvitationUrl = (appUrl: string, link: InvitationLink): string =>
  `${appUrl}${PATH}${toInvitationToken(link)}`

/** Takes a whole link or its last part, as people paste it. `null` when it is not one. */
export const parseInvitationLink = (text: string): InvitationLink | null => {
  const match = TOKEN.exec(text.trim())
  const workspace = parseWorkspaceId(match?.[1] ?? '')
  const secret = fromBase64url(match?.[2] ?? '')
  return workspace === null || secret?.length !== SECRET_BYTES
    ? null
    : { workspace, secret, needsCode: match?.[3] !== undefined }
}

export const locatorOf = (secret: Secret): Locator => toLocator(labelledHash('weef/locator', secret))

/** Spaces are how people say it; `null` is not six digits. */
export const parseSpokenCode = (text: string): string | null => {
  const digits = text.replaceAll(/\s/g, '')
  return CODE.test(digits) ? digits : null
}

/** What the invitation's keys derive from: the secret alone, or 32 bytes of it and the code. */
export const invitationSeed = (secret: Secret, code: string | null): Secret =>
  code === null ? secret : labelledHash('weef/spoken-code', concatBytes(secret, new TextEncoder().encode(code)))
