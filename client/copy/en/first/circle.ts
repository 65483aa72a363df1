/** English words about who takes part no longer: removing, leaving, closing, and who is in charge. */
import { toList } from '../../format/days-and-times.ts'
import type { nlCircle } from '../../nl/first/circle.ts'

export const enCircle: typeof nlCircle = {
  circle: {
    newcomers: {
      title: (names) =>
        names.length === 1
          ? `Someone new has joined: ${names[0]}`
          : `New people have joined: ${toList('en-GB', names)}`,
      more: (count) => (count === 1 ? '1 more person' : `${count} more people`),
      remove: 'Don’t know them? Remove them.',
      ask: 'Don’t know them? Ask the person in charge of the plan.',
      look: 'See who’s in this plan',
      fine: 'OK',
    },
    gone: (names) => `No longer in this plan: ${toList('en-GB', names)}`,
    endedChip: {
      removed: 'You’re no longer in this plan',
      left: 'You have left this plan',
      closed: 'This plan is closed',
      moved: 'A new key card was made',
    },
  },
}
