/** English words of the wheel. */
import type { Copy } from '../nl.ts'

export const enWheel: Pick<Copy, 'wheel'> = {
  wheel: {
    topics: {
      'bodily-functions': 'Bodily functions',
      'mental-wellbeing': 'Mental wellbeing',
      meaningfulness: 'Meaningfulness',
      'quality-of-life': 'Quality of life',
      participation: 'Participation',
      'daily-functioning': 'Daily functioning',
      own: 'My own topic',
    },
    talkAbout: 'I want to talk about this',
    none: 'not filled in',
    either: (scores) => `${scores.join(' or ')}, choose together`,
    before: (moment, score) => `${moment}: ${score}`,
  },
}
