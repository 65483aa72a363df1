/** A check-in as the spokes of a wheel, for every screen and paper that shows one. */
import type { CheckIn } from '#domain/wheel/check-ins.ts'
import type { Topic } from '#domain/document/choices.ts'
import type { Spoke } from '#ui/wheel/wheel.tsx'
import type { PlanCopy } from '#copy/languages.ts'

/** `null`: a wheel that nobody has begun. `before` is drawn under it, and named by `beforeName`. `talk`: how its reader says that (talk-about.ts). */
export const toSpokes = (
  copy: PlanCopy,
  checkIn: CheckIn | null,
  before: CheckIn | null = null,
  beforeName = '',
  talk = copy.wheel.talkAbout,
): readonly Spoke[] =>
  (Object.keys(copy.wheel.topics) as Topic[])
    .filter((topic) => topic !== 'own' || (checkIn !== null && hasOwnTopic(checkIn)))
    .map((topic) => {
      const { score, talkAbout } = checkIn?.topics[topic] ?? { score: [], talkAbout: false }
      const earlier = before === null ? null : toSettled(before.topics[topic].score)
      const words = [
        toScoreWord(copy, score),
        ...(before === null ? [] : [copy.wheel.before(beforeName, toScoreWord(copy, [earlier]))]),
        ...(talkAbout ? [talk] : []),
      ]
      return {
        id: topic,
        name: toTopicName(copy, topic, checkIn?.ownTopic ?? ''),
        scores: score,
        talkAbout,
        said: words.join('. '),
        before: topic === 'own' && before?.ownTopic !== checkIn?.ownTopic ? null : earlier,
      }
    })

export const toTopicName = (copy: PlanCopy, topic: Topic, ownTopic: string): string =>
  (topic === 'own' && ownTopic) || copy.wheel.topics[topic]

/** "6", "not filled in", or the scores to choose between. */
export const toScoreWord = (copy: PlanCopy, score: readonly (number | null)[]): string => {
  const words = score.map((one) => (one === null ? copy.wheel.none : String(one)))
  return words.length > 1 ? copy.wheel.either(words) : (words[0] ?? copy.wheel.none)
}

const toSettled = (score: readonly (number | null)[]): number | null => score.find((one) => one !== null) ?? null

/** Whether the topic of one's own has a name or content. */
export const hasOwnTopic = ({ ownTopic, topics: { own } }: CheckIn): boolean =>
  ownTopic !== '' || own.score.length > 0 || own.talkAbout || own.note !== ''
