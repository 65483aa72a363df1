/** Dutch words about the person of this device: the key card, coming back with it, a second device, only for now, forgetting. */

export const nlOwnKeys = {
  onlyForNow: {
    check: 'Dit is niet mijn toestel: alleen voor nu',
    checkHint: 'Als je Weef sluit, blijft hier niets achter.',
  },

  cardOffer: {
    title: 'Bewaar je sleutelkaart',
    text: 'Raak je dit toestel kwijt? Met je sleutelkaart heb je je plan zo weer terug.',
    owner: 'Dit plan is nu van jou. Raak je dit toestel kwijt, dan kom je met je sleutelkaart weer terug.',
    go: 'Bekijk mijn sleutelkaart',
    later: 'Niet nu',
  },

  takenOff: {
    title: 'Dit plan had je van dit toestel gehaald',
    text: 'Je doet er nog aan mee. Wil je het hier weer hebben? Dan komt het hele plan terug op dit toestel.',
    go: 'Zet het plan weer op dit toestel',
  },
}
