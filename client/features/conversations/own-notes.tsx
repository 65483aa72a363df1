/** What I keep for myself at a conversation: notes, and points that I do not share yet. */
import type { Conversation } from '#domain/conversations/conversations.ts'
import { addTalkPoint } from '#domain/conversations/conversations.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useNotes } from '#reactive/use-notes.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { PrivateNotes } from '#ui/private-notes.tsx'

export const ConversationNotes = (props: { conversation: Conversation }) => {
  const copy = useCopy()
  const notes = useNotes('note', () => ({ conversation: props.conversation.id }))
  return (
    <PrivateNotes
      title={copy().notes.conversation(notes.rows.length)}
      field={`notes/${props.conversation.id}`}
      {...notes}
    />
  )
}

/** Sharing a point makes it everybody's, at the end of the list. */
export const Drafts = (props: { conversation: Conversation }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const drafts = useNotes('draft', () => ({ conversation: props.conversation.id }))
  const share = (id: string, text: string): void => {
    addTalkPoint(plan.doc, props.conversation.id, { text, source: null }, platform)
    void drafts.onRemove(id)
  }
  return (
    <PrivateNotes
      title={copy().notes.drafts(drafts.rows.length)}
      field={`own-points/${props.conversation.id}`}
      onShare={share}
      {...drafts}
    />
  )
}
