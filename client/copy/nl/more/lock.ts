/** The lock of a device: putting it on, taking it off, and the page of a locked one. */

export const nlLock = {
  lock: {
    title: 'Weef op slot op dit toestel',
    use: 'Weef gaat dan alleen open met je vinger, je gezicht of je code, net als je toestel zelf. Tot die tijd kan niemand lezen wat hier staat.',
    when: 'Op slot als je Weef niet gebruikt',
    always: 'Weef gaat ook op slot als je het sluit, en na Snel weg.',
    after: (minutes: number) => (minutes === 1 ? 'na 1 minuut' : minutes === 60 ? 'na 1 uur' : `na ${minutes} minuten`),
    limits:
      'Het slot helpt niet als iemand je code kent, of meekijkt als Weef open is. En een ander kan zien dat Weef hier staat, en hoeveel plannen er zijn.',
    cardFirst:
      'Bewaar eerst je sleutelkaart. Lukt ontgrendelen ooit niet meer? Dan kom je alleen met die kaart terug bij je plannen.',
    toCard: 'Naar mijn sleutelkaart',
    turnOn: 'Zet Weef op slot',
    twice: 'Je toestel vraagt het twee keer: de tweede keer kijken we of het slot opengaat.',
    isOn: 'Weef gaat op dit toestel op slot.',
    settling:
      'Nog niet alles zit achter het slot. Sluit de andere vensters van Weef. We maken het af als je Weef weer opent.',
    lockNow: 'Nu op slot',
    turnOff: 'Haal het slot eraf',
    failed: {
      refused: 'Het ontgrendelen is niet gelukt. Er is niets veranderd. Probeer het nog een keer.',
      'not-here': 'Dit kan niet op dit toestel of in deze browser. Er is niets veranderd.',
      full: 'Dit toestel is vol. Er is niets veranderd. Maak ruimte vrij en probeer het nog een keer.',
      unavailable: 'Dit toestel kan nu niets bewaren. Er is niets veranderd.',
    },
  },
}
