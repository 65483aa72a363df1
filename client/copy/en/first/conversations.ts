/** English words of conversations, and of how people like contact. */
import type { nlConversations } from '../../nl/first/conversations.ts'

export const enConversations: typeof nlConversations = {
  conversations: {
    title: 'Conversation',
    forms: { together: 'together', phone: 'by phone', video: 'by video call', chat: 'by chat', alone: 'alone' },
  },
}
