/** Dutch words about a new key card, for whoever lost theirs, or whose was stolen or seen. */

export const nlNewCard = {
  newCard: {
    moving: 'Je plannen gaan naar je nieuwe kaart',
    ready: (ready: number, total: number) =>
      total === 1 ? 'Je plan is nog niet overgezet.' : `${ready} van de ${total} overgezet.`,
    show: 'Naar mijn nieuwe kaart',
    done: 'Je nieuwe sleutelkaart is klaar',
    none: 'Je plannen konden niet mee',
    write: 'Print je nieuwe kaart of schrijf hem op. Je oude kaart mag weg.',
  },
}
