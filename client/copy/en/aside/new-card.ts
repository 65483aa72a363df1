/** English words about a new key card, for whoever lost theirs, or whose was stolen or seen. */
import type { nlNewCard } from '../../nl/aside/new-card.ts'

export const enNewCard: typeof nlNewCard = {
  newCard: {
    moving: 'Your plans are moving to your new card',
    ready: (ready, total) => (total === 1 ? 'Your plan has not moved yet.' : `${ready} of ${total} moved.`),
    show: 'Show my new card',
    done: 'Your new key card is ready',
    none: 'We couldn’t move your plans',
    write: 'Print your new card or write it down. You can throw the old one away.',
  },
}
