/** Dutch words about the person of this device: their key card, and only for now. */

export const nlOwnKeys = {
  me: {
    title: 'Mijn gegevens',
  },

  card: {
    home: 'Ik heb al een sleutelkaart',
  },

  restore: {
    coming: 'Dit plan wordt opgehaald',
    rest: 'De rest wordt opgehaald',
  },

  onlyForNow: {
    ask: 'Is dit niet jouw toestel?',
    text: 'Kies dan “Alleen voor nu”. Als je Weef sluit, blijft hier niets achter.',
    choose: 'Alleen voor nu',
    shared: 'Alleen voor nu. Als je Weef sluit, is hier alles weg.',
    unshared: 'Alleen voor nu. Nog niet alles is gedeeld: wacht even voor je Weef sluit.',
    card: 'Bewaar je sleutelkaart',
  },
}
