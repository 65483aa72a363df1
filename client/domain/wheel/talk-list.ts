/** "I want to talk about this": what people ticked in their wheels, as a list to take into a conversation. Pure over what was read. */
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
}

/** What one wheel says of it. */
const talkItemsOf = ({ id, who, at, topics, ownTopic }: CheckIn): readonly TalkItem[] =>
  TOPICS.filter((topic) => topics[topic].talkAbout).map((topic) => ({
    checkIn: id,
    who,
    at,
    topic,
    ownTopic: topic === 'own' ? ownTopic : '',
    note: topics[topic].note,
  }))

/** Of everybody's latest wheel only: what somebody wanted to talk about in spring has been talked about, or is ticked again. The latest stands first. */
export const toTalkList = memoizeOne((checkIns: readonly CheckIn[]): readonly TalkItem[] =>
  latestOf(checkIns).flatMap(talkItemsOf),
)
