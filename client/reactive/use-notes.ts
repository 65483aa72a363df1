/** My private notes in one place of the open plan, as the props of the part that shows them. */
import { onMount } from 'solid-js'
import type { EntityId } from '#domain/document/entity-id.ts'
import { isNoteOf, NOTE_LIMIT, type NoteKind, type NotePlace } from '#domain/home/notes.ts'
import { usePlanCopy } from './use-plan-copy.ts'
import { useDevice } from './use-device.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { usePlatform } from './use-platform.ts'

/** `place`: a person or a conversation of this plan, or the plan itself. */
export const useNotes = (kind: NoteKind, place: () => Omit<NotePlace, 'plan'>) => {
  const copy = usePlanCopy()
  const { home } = useDevice()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const here = (): NotePlace => ({ plan: plan.id, ...place() })
  const isKept = async (work: Promise<{ readonly ok: boolean }>): Promise<boolean> => (await work).ok
  onMount(() => void home.readNotes())
  return {
    limit: NOTE_LIMIT,
    get words() {
      return copy().notes
    },
    get rows() {
      const now = platform.now()
      return home
        .notes()
        .filter((note) => note.kind === kind && note.expires > now && isNoteOf(note, here()))
        .map(({ id, text, expires }) => ({ id, text, ends: copy().notes.ends(expires, now) }))
    },
    onAdd: (text: string) => isKept(home.addNote({ kind, place: here(), text })),
    onChange: (id: string, text: string) => isKept(home.setNoteText(id as EntityId, text)),
    onRenew: (id: string) => isKept(home.renewNote(id as EntityId)),
    onRemove: (id: string) => isKept(home.removeNote(id as EntityId)),
  }
}
