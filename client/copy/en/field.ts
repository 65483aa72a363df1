/** English words at a field in which somebody types. */
import { toNumber } from '../format/numbers.ts'
import type { nlField } from '../nl/field.ts'

const locale = 'en-GB'

export const enField: typeof nlField = {
  field: {
    found: 'You had started writing here.',
    throwAway: 'Discard this',
    throwAwayOf: (label) => `Discard this: ${label}`,
    tooLong: (limit) => `This is too long to save. The most is ${toNumber(locale, limit)} characters.`,
    over: (count) =>
      count === 1 ? 'Take out 1 more character.' : `Take out ${toNumber(locale, count)} more characters.`,
    rest: (limit) => `There is room for ${toNumber(locale, limit)} characters here. This part did not fit:`,
    restLabel: 'The part that did not fit',
    throwRestAway: 'Discard this part',
  },
}
