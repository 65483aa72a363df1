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
    failed: 'Dat lukt nu niet. Dit toestel bewaart nog wat je doet. Kijk of je internet hebt.',
    choose: 'Alleen voor nu',
    shared: 'Alleen voor nu. Als je Weef sluit, is hier alles weg.',
    unshared: 'Alleen voor nu. Nog niet alles is gedeeld: wacht even voor je Weef sluit.',
    card: 'Bewaar je sleutelkaart',
  },
}
