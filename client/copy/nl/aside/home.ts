/** Dutch words of what one person keeps for themself: private notes, and how they are called and read. */

export const nlHome = {
  homeAlarms: {
    title: 'Er klopte iets niet',
    lead: 'Het gaat over wat Weef alleen voor jou bewaart: je naam, je lijst met plannen en je notities. Je plannen zelf staan er gewoon nog.',
    mine: 'Een toestel met jouw sleutelkaart stuurde iets dat niet klopt.',
    nobodys: 'Er kwam iets binnen dat niet van een toestel van jou is. Het is niet gebruikt.',
    adviceMine: 'Ken je dat toestel niet? Maak dan een nieuwe sleutelkaart.',
    adviceNobodys: 'Gebeurt dit vaker? Vraag hulp aan wie Weef voor jullie beheert.',
    lost: 'Deze woorden van jou hebben geen plek meer. Kopieer ze als je ze wilt houden.',
  },
}
