/** English words about a new key card, for whoever lost theirs, or whose was stolen or seen. */
import type { nlNewCard } from '../../nl/plan/new-card.ts'

export const enNewCard: typeof nlNewCard = {
  newCard: {
    ended: 'Did you make a new key card? Type it in here.',
    check: 'Not sure? Ask them.',
  },
}
