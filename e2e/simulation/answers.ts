/**
 * Answers to the effects of everybody's machines, on their way: each comes at once, or late, or twice, as chance has it, and
 * what is late comes in any order. A machine that believed a stale one would be caught.
 */
import type { Deliver } from '#sync/session/shell.ts'
import type { Chance } from '../testing/chance.ts'

/** Of all answers. */
const HOW_OFTEN_LATE = 0.15
const HOW_OFTEN_TWICE = 0.1

export type Answers = {
  readonly deliver: Deliver
  /** How many are on their way. */
  waiting(): number
  /** One of them comes. */
  give(): void
  giveAll(): void
}

export const createAnswers = (chance: Chance, count: (what: string) => void): Answers => {
  let late: readonly (() => void)[] = []
  const give = (): void => {
    const answer = chance.pick(late)
    late = late.filter((each) => each !== answer)
    answer?.()
  }
  return {
    deliver(answer) {
      const isLate = chance.happens(HOW_OFTEN_LATE)
      const isDoubled = chance.happens(HOW_OFTEN_TWICE)
      if (isLate) count('an answer comes late')
      if (isDoubled) count('an answer comes twice')
      if (isLate) late = [...late, answer]
      if (isDoubled) late = [...late, () => answer()]
      if (!isLate) answer()
    },
    waiting: () => late.length,
    give,
    giveAll() {
      while (late.length > 0) give()
    },
  }
}
