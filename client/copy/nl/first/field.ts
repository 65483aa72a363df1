/** Dutch words at a field in which somebody types. */
import { toNumber } from '../../format/numbers.ts'

const locale = 'nl-NL'

export const nlField = {
  field: {
    found: 'Je was hier nog bezig.',
    notKept: 'Dit toestel kan dit nu niet bewaren. Kopieer je woorden voordat je weggaat.',
    throwAway: 'Gooi dit weg',
    throwAwayOf: (label: string) => `Gooi dit weg: ${label}`,
    tooLong: (limit: number) => `Dit is te lang om te bewaren. Er passen ${toNumber(locale, limit)} letters in.`,
    over: (count: number) =>
      count === 1 ? 'Haal nog 1 letter weg.' : `Haal nog ${toNumber(locale, count)} letters weg.`,
    rest: (limit: number) => `Hier passen ${toNumber(locale, limit)} letters in. Dit stuk paste er niet meer bij:`,
    restLabel: 'Het stuk dat niet paste',
    throwRestAway: 'Gooi dit stuk weg',
    /** Words of the reader that stand on this device alone. */
    stranded: 'Dit staat alleen op dit toestel',
    noPictures: 'Plaatjes kun je hier niet bewaren. Je woorden wel.',
  },
}
