/** My own notes on the plan as a whole. */
import { useCopy } from '#reactive/use-copy.ts'
import { useNotes } from '#reactive/use-notes.ts'
import { PrivateNotes } from '#ui/private-notes.tsx'

export const PlanNotes = () => {
  const copy = useCopy()
  const notes = useNotes('note', () => ({}))
  return <PrivateNotes field="notes/plan" title={copy().notes.plan(notes.rows.length)} {...notes} />
}
