/** English words of conversations, and of how people like contact. */
export const enConversations = {
  conversations: {},
}
