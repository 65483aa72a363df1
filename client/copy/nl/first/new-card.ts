/** Dutch words about those who have a new key card. */
import { toList } from '../../format/days-and-times.ts'

export const nlNewCard = {
  newCard: {
    renewed: (names: readonly string[]) =>
      `${toList('nl-NL', names)} ${names.length === 1 ? 'heeft' : 'hebben'} een nieuwe sleutelkaart`,
  },
}
