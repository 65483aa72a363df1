/** The lock of a device: putting it on, taking it off, and the page of a locked one. */

export const nlLock = {
  lock: {
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
