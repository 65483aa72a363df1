/** Dutch words of the wheel. */
import type { Topic } from '#domain/choices.ts'

export const nlWheel = {
  wheel: {
    /** The official names (product.md); the seventh is named by whoever fills it in. */
    topics: {
      'bodily-functions': 'Lichaamsfuncties',
      'mental-wellbeing': 'Mentaal welbevinden',
      meaningfulness: 'Zingeving',
      'quality-of-life': 'Kwaliteit van leven',
      participation: 'Meedoen',
      'daily-functioning': 'Dagelijks functioneren',
      own: 'Eigen onderwerp',
    } satisfies Record<Topic, string>,
    talkAbout: 'Hier wil ik over praten',
    none: 'niet ingevuld',
    /** Two people gave a score at the same time. */
    either: (scores: readonly string[]) => `${scores.join(' of ')}, kies samen`,
    before: (moment: string, score: string) => `${moment}: ${score}`,
  },
}
