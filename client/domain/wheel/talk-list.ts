/** The talk list: the topics ticked with "I want to talk about this" in people's wheels, to take into a conversation. Pure. */
import type { CheckIn } from './check-ins.ts'
import { TOPICS, type Topic } from '../document/choices.ts'
import type { EntityId } from '../document/entity-id.ts'
import { latestOf } from './latest-wheels.ts'
import { memoizeOne } from '../document/memoize.ts'
import type { Who } from '../plan/who.ts'

export type TalkItem = {
  readonly checkIn: EntityId
  readonly who: Who
  /** ms since epoch */
  readonly at: number
  readonly topic: Topic
  /** The name of their seventh topic; empty for the others, and while it has none. */
  readonly ownTopic: string
  readonly note: string
  /** The clientIDs whose hand is in the topic: see `CheckIn.hands`. */
  readonly writers: readonly number[]
}

/** The ticked topics of one wheel. */
const talkItemsOf = ({ id, who, at, hands, topics, ownTopic }: CheckIn): readonly TalkItem[] =>
  TOPICS.filter((topic) => topics[topic].talkAbout).map((topic) => ({
    checkIn: id,
    who,
    at,
    topic,
    ownTopic: topic === 'own' ? ownTopic : '',
    note: topics[topic].note,
    writers: hands[topic],
  }))

/** The talk list of everybody's latest wheel only, the newest first: an earlier topic has been talked about, or is ticked again. */
export const toTalkList = memoizeOne((checkIns: readonly CheckIn[]): readonly TalkItem[] =>
  latestOf(checkIns).flatMap(talkItemsOf),
)
