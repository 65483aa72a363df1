/** Dutch words of conversations, and of how people like contact. */
export const nlConversations = {
  conversations: {},
}
