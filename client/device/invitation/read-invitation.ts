/** Invitations and their codes as people type and paste them, for screens: the form of both is up to keys. */
import { parseInvitationLink, parseSpokenCode, toInvitationToken } from '#keys/invitation-link.ts'
import type { InvitationTexts } from '#ports/device.ts'

export const invitationTexts: InvitationTexts = {
  readInvitation: parseInvitationLink,
  tokenOf: toInvitationToken,
  readSpokenCode: parseSpokenCode,
}
