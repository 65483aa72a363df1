/** English words about those who have a new key card. */
import { toList } from '../../format/days-and-times.ts'
import type { nlNewCard } from '../../nl/first/new-card.ts'

export const enNewCard: typeof nlNewCard = {
  newCard: {
    renewed: (names) => `${toList('en-GB', names)} ${names.length === 1 ? 'has' : 'have'} a new key card`,
  },
}
