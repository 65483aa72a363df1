/** Dutch words of conversations, and of how people like contact. */
import type { ContactForm } from '#domain/document/choices.ts'

export const nlConversations = {
  conversations: {
    title: 'Gesprek',
    forms: {
      together: 'samen',
      phone: 'bellen',
      video: 'beeldbellen',
      chat: 'chatten',
      alone: 'alleen',
    } satisfies Record<ContactForm, string>,
  },
}
