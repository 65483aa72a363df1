/** Dutch words about alarms: why, in plain words, and what to do. They blame a device, which may be broken, and no person. */

export const nlAlarms = {
  alarms: {
    title: 'Wat er niet klopte',
    lead: 'Hier staat wat er binnenkwam en niet klopte.',
    save: 'Sla de lijst op',
    saveNote: 'Voor wie Weef voor jullie beheert. Er staat in van wie het kwam en wanneer, niet wat jullie schreven.',
    file: {
      who: 'Van',
      when: 'Wanneer, ongeveer',
      rule: 'Regel',
      place: 'Nummer in het log',
      epoch: 'Nummer van de sleutel',
      times: 'Hoe vaak',
      item: 'Het stuk zelf, zoals het binnenkwam (base64url)',
      notKept: 'niet bewaard',
    },
  },
}
