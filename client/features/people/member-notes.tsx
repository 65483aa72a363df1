/** My own notes about one person of this plan. */
import { toNameWithin } from '#wording/names.ts'
import type { Member } from '#ports/open-plan.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useNotes } from '#reactive/use-notes.ts'
import { PrivateNotes } from '#ui/private-notes.tsx'

export const MemberNotes = (props: { member: Member }) => {
  const copy = useCopy()
  const notes = useNotes('note', () => ({ person: props.member.person }))
  const title = () => copy().notes.person(toNameWithin(copy(), props.member), notes.rows.length)
  return <PrivateNotes title={title()} field={`notes/${props.member.person}`} {...notes} />
}
