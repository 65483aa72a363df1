/** The name of a contact card's place, for links that lead to it: all of the cards that one person wrote from several devices. */
import type { EntityId } from '#domain/document/entity-id.ts'

export const placeOf = (cards: readonly { readonly id: EntityId }[]): string =>
  cards.map(({ id }) => `contactCard:${id}`).join(' ')
