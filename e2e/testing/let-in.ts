/** Somebody whom no device of the test knows joins a plan, on a tablet that says nothing afterwards. */
import { joinWith } from '#device/invitation/invitations.ts'
import { parseInvitationLink } from '#keys/invitation-link.ts'
import { deriveKeyHolder, type KeyHolder } from '#keys/key-holder.ts'
import { createMemoryDeviceDatabase } from '#storage/device/memory-device-database.ts'
import { withPlanStores } from '#storage/device/plan-stores.ts'
import { RELAY, type RelayRoom } from './relay-room.ts'

export const letIn = async (room: RelayRoom, link: string): Promise<KeyHolder> => {
  const [database, environment] = [withPlanStores(createMemoryDeviceDatabase()), room.environmentOf('tablet')]
  const context = { database, environment, relay: RELAY, visits: new Map(), appUrl: 'https://weef.test/' }
  const stranger = await deriveKeyHolder(new Uint8Array(16).fill(11))
  const found = parseInvitationLink(link)
  if (found === null || !(await room.during(joinWith(context, found, '', stranger))).ok) throw new Error('They joined.')
  return stranger
}
