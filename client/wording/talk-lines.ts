/** "I want to talk about this" in words: who, about what, and the note with it. */
import type { TalkItem } from '#domain/wheel/talk-list.ts'
import type { Authors } from '#domain/document/own-words.ts'
import { toWhoName, toWhoWithin } from './names.ts'
import type { PlanCopy } from '#copy/languages.ts'
import { toTopicName } from './wheel-spokes.ts'
import { toFilledInBy } from './written-by.ts'

export const toTalkLine = (
  copy: PlanCopy,
  item: TalkItem,
  members: Parameters<typeof toWhoName>[2],
  authors: Authors,
): string => {
  const { who, topic, ownTopic, note } = item
  const by = toFilledInBy(copy, item, authors, (one) => toWhoWithin(copy, one, members))
  const line = copy.conversations.wheelItem(toWhoName(copy, who, members), toTopicName(copy, topic, ownTopic), note)
  return by === null ? line : `${line} (${by})`
}
