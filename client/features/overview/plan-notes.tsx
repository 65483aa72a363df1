/** My own notes on the plan as a whole. */
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useNotes } from '#reactive/use-notes.ts'
import { PrivateNotes } from '#ui/private-notes.tsx'

export const PlanNotes = () => {
  const copy = usePlanCopy()
  const notes = useNotes('note', () => ({}))
  return <PrivateNotes field="notes/plan" title={copy().notes.plan(notes.rows.length)} {...notes} />
}
