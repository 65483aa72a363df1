/** Dutch words inside the practice plan. */

export const nlPractice = {
  practice: {
    banner: 'Dit is een oefenplan',
    text: (name: string) => `Je bent nu even ${name}. ${name} bestaat niet echt. Hiervan wordt niets gedeeld.`,
    /** As their worker. */
    textAsWorker: (name: string, resident: string) =>
      `Je bent nu even ${name}, de hulpverlener van ${resident}. ${name} en ${resident} bestaan niet echt. Hiervan wordt niets gedeeld.`,
    beWorker: 'Oefen als hulpverlener',
    beResident: 'Oefen als inwoner',
    manage: 'Geef het plan een naam, of neem het mee.',
    anew: 'Begin opnieuw',
    confirm: {
      title: 'Opnieuw beginnen?',
      text: 'Wat je in het oefenplan deed, gaat weg. Je andere plannen blijven.',
      keep: 'Nee, ga verder',
      go: 'Ja, begin opnieuw',
    },
    invite: 'In het oefenplan kun je niemand uitnodigen. In een echt plan kan dat wel.',
    toStart: 'Maak een echt plan',
  },
}
