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
    page: {
      title: 'Weef is op slot',
      text: 'Je toestel vraagt om je vinger, je gezicht of je code.',
      open: 'Ontgrendel',
      failed: {
        refused: 'Het ontgrendelen is niet gelukt. Alles staat er nog. Probeer het nog een keer.',
        'not-here':
          'Het slot is in deze browser niet te vinden. Alles staat er nog. Start je toestel opnieuw en probeer het nog een keer.',
        'not-loaded':
          'Weef is nog niet helemaal geladen. Alles staat er nog. Kijk of je internet hebt en probeer het nog een keer.',
        other: 'Dit slot gaat niet open met dit toestel. Alles staat er nog, maar het is hier niet te lezen.',
      },
      help: 'Lukt het niet?',
      helpText:
        'Met je sleutelkaart kom je terug bij je plannen. Haal dan eerst alles van Weef van dit toestel. Wat hier nog niet gedeeld was, is dan weg. Wat gedeeld is, komt terug. Heb je alles bewaard in één bestand? Zet dat daarna terug.',
      forget: 'Haal alles van dit toestel',
      confirm: {
        title: 'Alles van dit toestel halen?',
        text: 'Zonder sleutelkaart kom je hierna niet meer bij je plannen. Heb je hem bij je?',
        keep: 'Nee, laat staan',
        go: 'Ja, haal alles weg',
      },
      forgetFailed: 'Niet alles is weg. Probeer het nog een keer.',
    },
  },
}
