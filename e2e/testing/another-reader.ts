/** Somebody who opens a link on another device, with keys and a database of their own. */
import type { WorkspaceId } from '#shared/protocol/ids.ts'
import type { InvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder } from '#keys/key-holder.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { RELAY, type RelayRoom } from './relay-room.ts'
import { newRow } from '#device/store/plan-list.ts'
import { joinWith, previewInvitation } from '#device/invitation/invitations.ts'

export const anotherReader = async (room: RelayRoom) => {
  const database = withPlanStores(createMemoryDeviceDatabase())
  const environment = room.environmentOf('phone')
  const context = { database, environment, relay: RELAY, visits: new Map(), appUrl: 'https://weef.test/' }
  const keys = await deriveKeyHolder(new Uint8Array(16).fill(9))
  return {
    join: (link: InvitationLink) => joinWith(context, link, '', keys),
    preview: (link: InvitationLink) => previewInvitation(context, link, keys),
    list: (id: WorkspaceId) => database.savePlan(newRow(id, 'joined', '', 0)),
  }
}
