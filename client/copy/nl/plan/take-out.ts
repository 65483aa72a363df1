/** Dutch words about exporting and importing: paper, text, files. */
import { toDate } from '../../format/days-and-times.ts'

const locale = 'nl-NL'

export const nlTakeOut = {
  takeOut: {
    either: (values: readonly string[]) => `${values.join(' of ')} (kies samen)`,
    date: (at: number) => toDate(locale, at, 0),
    paper: {
      storyGoesOn: 'Het verhaal gaat verder. De rest staat in de app.',
      goesOn: 'Er staat nog meer in de app.',
      moreGoals: (number: number) =>
        number === 1 ? 'En nog 1 doel. Dat staat in de app.' : `En nog ${number} doelen. Die staan in de app.`,
      moreSteps: (number: number) =>
        number === 1 ? 'En nog 1 stap. Die staat in de app.' : `En nog ${number} stappen. Die staan in de app.`,
      ended: (titles: readonly string[], number: number) =>
        `${number === 1 ? 'Dit doel is voorbij' : `${number} doelen zijn voorbij`}: ${titles.join(' · ')}${number > titles.length ? ' · …' : ''}`,
      fill: 'Wat nog leeg is, vul je in met een pen.',
      dots: 'Zet een stip op elke lijn. In het midden is 0. Aan de rand is 10.',
      step: 'Stap',
      who: 'Wie',
      when: 'Wanneer',
      how: 'Hoe',
      done: 'Klaar?',
      about: 'Hier praten we over',
    },
  },
}
