/** "I want to talk about this" in words: who, about what, and the note with it. */
import type { TalkItem } from '#domain/wheel/talk-list.ts'
import { toWhoName } from './names.ts'
import type { Copy } from '#copy/nl.ts'
import { toTopicName } from './wheel-spokes.ts'

export const toTalkLine = (
  copy: Copy,
  { who, topic, ownTopic, note }: TalkItem,
  members: Parameters<typeof toWhoName>[2],
): string => copy.conversations.wheelItem(toWhoName(copy, who, members), toTopicName(copy, topic, ownTopic), note)
