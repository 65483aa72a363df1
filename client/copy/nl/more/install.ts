/** Having the app at hand like any other, in Dutch. */

export const nlInstall = {
  install: {
    title: 'Weef tussen je apps',
    use: 'Dan open je Weef met één tik, ook zonder internet. En je toestel ruimt je plannen minder snel op.',
    go: 'Zet Weef tussen mijn apps',
    menu: 'Open het menu van je browser (drie puntjes). Kies “Installeren” of “Toevoegen aan startscherm”.',
    apple:
      'Tik op Deel: het vierkant met de pijl omhoog. Kies “Zet op beginscherm”. Op een Mac heet dat “Voeg toe aan Dock”.',
    empty:
      'Die app begint leeg. Je plannen haal je erin op met je sleutelkaart, net als op een ander toestel. Bewaar dus eerst je kaart.',
  },
}
