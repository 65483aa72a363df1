/** Dutch words about exporting and importing: paper, text, files. */

export const nlTakeOut = {
  takeOut: {
    title: 'Neem het plan mee',
    lead: 'Er gaat niets vanzelf naar iemand anders. Jij kiest wat je meeneemt, en voor wie.',
    print: {
      title: 'Op papier',
      use: 'Om samen te bekijken. Wat nog leeg is, vul je in met een pen.',
      seen: 'Wie het papier heeft, kan het lezen.',
      go: 'Print het plan',
    },
    text: {
      title: 'Als tekst',
      use: 'Om te plakken in een ander systeem, zoals dat van een hulpverlener.',
      seen: 'Wie in dat systeem mag kijken, kan het lezen.',
      go: 'Kies wat je meeneemt',
      parts: 'Wat neem je mee?',
      preview: 'Zo ziet het eruit',
      nothing: 'Kies minstens één deel.',
      copy: 'Kopieer de tekst',
    },
    file: {
      title: 'Als bestand',
      use: 'Om alles zelf te bewaren. Je kunt er later weer een plan van maken.',
      seen: 'Wie het bestand heeft, kan het lezen.',
    },
    fhir: {
      subject: 'degene van wie dit plan is',
      title: 'Voor een systeem in de zorg',
      use: 'Doelen, stappen, wielen en wie meedoet, als FHIR. Het verhaal en de gesprekken zitten er niet in.',
      seen: 'Wie het bestand heeft, kan het lezen. De naam van degene om wie het gaat, staat er niet bij. Kijk wel even of jullie die zelf ergens opschreven, zoals bij een doel.',
      whose: 'Over wie gaat dit plan?',
      workers: 'Wie helpt hierbij voor zijn of haar werk?',
      workersHint: 'Zoals een hulpverlener of een huisarts. De anderen staan erin als familie of bekende.',
      choose: 'Kies over wie het gaat',
      go: 'Sla op als FHIR',
    },
    saved: 'Het bestand staat bij je downloads.',
  },
}
