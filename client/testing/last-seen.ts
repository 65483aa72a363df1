/** What a device would have kept of the overview of a plan of some weeks. */
import type { SeenLast } from '#ports/seen-last.ts'

const scores = { physical: 6, mental: 4, meaning: 7, quality: 5, participation: 2, daily: 8 }
const names = ['Lichaam', 'Mentaal welbevinden', 'Zingeving', 'Kwaliteit van leven', 'Meedoen', 'Dagelijks leven']

export const lastSeen: SeenLast = {
  language: 'nl',
  title: 'Mijn plan',
  proposal: null,
  hidden: [{ section: 'contact', name: 'Zo wil ik contact' }],
  parts: [
    {
      section: 'story',
      name: 'Mijn verhaal',
      blocks: [
        { is: 'story', text: 'Ik woon hier nu drie jaar, en ken nog weinig mensen.\nVroeger werkte ik in een …' },
      ],
    },
    {
      section: 'wheel',
      name: 'Mijn wiel',
      blocks: [
        { is: 'soft', text: 'Ans (jij), 20 november' },
        {
          is: 'wheel',
          label: 'Mijn wiel',
          spokes: Object.entries(scores).map(([id, score], at) => ({
            id,
            name: names[at] ?? id,
            scores: [score],
            talkAbout: id === 'participation',
            said: String(score),
            before: null,
          })),
          talkAbout: 'Hier wil ik over praten',
          scale: '0 is heel slecht, 10 is heel goed',
        },
        { is: 'heading', text: 'Hier wil ik over praten' },
        { is: 'lines', lines: ['Ans (jij): Meedoen. “Ik zit te veel alleen.”'] },
      ],
    },
    {
      section: 'goals',
      name: 'Wensen, doelen, stappen',
      blocks: [
        {
          is: 'goals',
          goals: [
            {
              title: 'Elke week een keer ergens heen waar ik mensen ken',
              steps: [{ what: 'Zus vragen of ze meegaat', details: ['Ans (jij)', '28 november'], mark: 'Eerst dit' }],
              soft: '1 stap is gedaan.',
            },
          ],
        },
      ],
    },
    {
      section: 'conversations',
      name: 'Gesprekken',
      blocks: [{ is: 'text', text: 'Gesprek op 1 december om 10:00 · bij mij thuis' }],
    },
    {
      section: 'people',
      name: 'Wie doet mee',
      blocks: [
        {
          is: 'faces',
          faces: [
            { name: 'Ans', colour: 2 },
            { name: 'Wanda', colour: 5 },
          ],
        },
        { is: 'lines', lines: ['Ans (jij)', 'Wanda'] },
      ],
    },
  ],
}
