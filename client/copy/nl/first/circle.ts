/** Dutch words about who takes part no longer: removing, leaving, closing, and who is in charge. */
import type { Ended } from '#ports/open-plan.ts'
import { toList } from '../../format/days-and-times.ts'

export const nlCircle = {
  circle: {
    newcomers: {
      title: (names: readonly string[]) => `Nieuw in dit plan: ${toList('nl-NL', names)}`,
      more: (count: number) => (count === 1 ? 'nog 1 persoon' : `nog ${count} mensen`),
      remove: 'Ken je iemand niet? Haal die persoon dan uit het plan.',
      ask: 'Ken je iemand niet? Vraag het aan de baas van het plan.',
      look: 'Bekijk wie meedoet',
      fine: 'Goed',
    },
    gone: (names: readonly string[]) => `Niet meer in dit plan: ${toList('nl-NL', names)}`,
    /** On the card of a plan in the list. */
    endedChip: {
      removed: 'Je doet niet meer mee',
      left: 'Je hebt dit plan verlaten',
      closed: 'Dit plan is gesloten',
      moved: 'Er is een nieuwe sleutelkaart gemaakt',
    } satisfies Record<Ended['how'], string>,
  },
}
