/** Invitations and their codes as people type and paste them, for screens: the form of both is up to keys. */
import { parseInvitationLink, parseSpokenCode, toInvitationToken } from '#keys/invitation-link.ts'
import type { Device } from '#ports/device.ts'

export const readInvitations: Pick<Device, 'readInvitation' | 'tokenOf' | 'readSpokenCode'> = {
  readInvitation: parseInvitationLink,
  tokenOf: toInvitationToken,
  readSpokenCode: parseSpokenCode,
}
