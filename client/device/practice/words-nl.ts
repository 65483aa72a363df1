/** The practice plan in Dutch, level A2. */
import type { PracticeWords } from './words.ts'

export const words: PracticeWords = {
  title: 'Oefenplan van Samira',
  me: 'Samira',
  worker: 'Wilma',
  story: [
    ['heading', 'Wie ben ik'],
    ['paragraph', 'Ik ben Samira, 41 jaar. Ik woon hier met mijn zoon van negen. Ik kook graag.'],
    ['heading', 'Mijn vraag'],
    ['paragraph', 'Ik slaap slecht. Ik maak mijn post niet open. Ik zie weinig mensen sinds ik geen werk heb.'],
  ],
  ownTopic: 'Koken',
  notes: {
    sleep: 'Ik lig vaak wakker.',
    alone: 'Ik zie alleen mijn zus.',
    better: 'Het gaat iets beter. Ik was bij de kookgroep.',
    strong: 'Samira zorgt goed voor haar zoon.',
  },
  wishes: ['Ik wil weer mensen om mij heen.', 'Ik wil niet meer schrikken van de post.'],
  out: {
    title: 'Elke week één keer koken met anderen',
    why: 'Van koken word ik blij. En ik leer mensen kennen.',
    start: 'Ik kook alleen thuis.',
    wished: 'Ik kook elke week mee in het buurthuis.',
  },
  post: {
    title: 'Alle post is open',
    why: 'Dan weet ik wat ik moet betalen.',
    start: 'Er liggen twee tassen met post.',
    wished: 'Eén map. Elke week tien minuten.',
  },
  steps: {
    garden: 'Kijken bij de kookgroep',
    sister: 'Vragen of mijn zus een keer meegaat',
    sisterName: 'Leila',
    openPost: 'Samen de eerste tas openmaken',
    payment: 'Bellen over de energierekening',
    call: 'Bellen om te vragen hoe het koken was',
  },
  agree: 'Mooi doel, Samira.',
  conversation: {
    point: 'Hoe gaat het thuis?',
    notes: 'Samira vertelde over haar zoon. We beginnen klein.',
    next: 'Slapen lukt nog niet',
  },
  contact: { me: 'Een berichtje mag altijd. Liever niet bellen.', worker: 'Op vrijdag werk ik niet.' },
}
