/** Private notes for previews: about a person, and about the plan itself. */
import type { EntityId } from '#domain/document/entity-id.ts'
import type { Note } from '#ports/home.ts'
import { MINUTE_MS, NOW, WORKER, workspaceId } from './fake-plan.ts'

const DAY_MS = 24 * 60 * MINUTE_MS

export const notes: readonly Note[] = [
  {
    id: 'AAAAAAAAAAA' as EntityId,
    kind: 'note',
    place: { plan: workspaceId(7), person: WORKER.person },
    text: 'Vraag haar naar de huurtoeslagterugvordering.\nEn of ze dinsdag kan.',
    writtenAt: NOW,
    expires: NOW + 42 * DAY_MS,
  },
  {
    id: 'BBBBBBBBBBB' as EntityId,
    kind: 'note',
    place: { plan: workspaceId(7) },
    text: 'Sleutel ligt bij de buren',
    writtenAt: NOW,
    expires: NOW + 60_000,
  },
]
