/** English words at a field in which somebody types. */
import { toNumber } from '../../format/numbers.ts'
import type { nlField } from '../../nl/first/field.ts'

const locale = 'en-GB'

export const enField: typeof nlField = {
  field: {
    found: 'You had started writing here.',
    notKept: 'This device can’t keep this right now. Copy your words before you leave.',
    throwAway: 'Discard this',
    throwAwayOf: (label) => `Discard this: ${label}`,
    tooLong: (limit) => `This is too long to save. The limit is ${toNumber(locale, limit)} characters.`,
    over: (count) => (count === 1 ? 'Remove 1 more character.' : `Remove ${toNumber(locale, count)} more characters.`),
    rest: (limit) => `There’s room for ${toNumber(locale, limit)} characters here. This part didn’t fit:`,
    restLabel: 'The part that didn’t fit',
    throwRestAway: 'Discard this part',
    stranded: 'This is only on this device',
    noPictures: 'Pictures can’t be kept here. Your words can.',
  },
}
