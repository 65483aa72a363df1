/** The name of a conversation, and suggestions to talk about. Pure: data in, words out. */
import type { Copy } from '#copy/languages.ts'
import type { Authors } from '#domain/document/own-words.ts'
import type { toWhoName } from '#wording/names.ts'
import { toWhenWords } from '#wording/when-words.ts'
import { toTalkLine } from '#wording/talk-lines.ts'
import type { Conversation, PointSource } from '#domain/conversations/conversations.ts'
import type { Day } from '#domain/document/days.ts'
import { settled } from '#domain/document/fields.ts'
import type { Goal } from '#domain/goals/goals.ts'
import type { TalkItem } from '#domain/wheel/talk-list.ts'

export const toConversationTitle = (copy: Copy, { when }: Pick<Conversation, 'when'>, now: number): string => {
  const first = settled(when)
  return first === null ? copy.conversations.title : copy.conversations.titleOn(toWhenWords(copy, first, now))
}

export type Suggestion = { readonly key: string; readonly text: string; readonly source: NonNullable<PointSource> }

/** Ticked on a wheel, due by then, or proposed to end; without what the conversation already has. */
export const toSuggestions = (
  copy: Copy,
  conversation: Pick<Conversation, 'points'>,
  found: { readonly talk: readonly TalkItem[]; readonly goals: readonly Goal[]; readonly until: Day },
  members: Parameters<typeof toWhoName>[2],
  authors: Authors,
): readonly Suggestion[] => {
  const known = new Set(conversation.points.map(({ source }) => keyOf(source)))
  const goals = found.goals.filter(isOpen)
  const all: readonly Omit<Suggestion, 'key'>[] = [
    ...found.talk.map((item) => ({
      source: { checkIn: item.checkIn, topic: item.topic },
      text: toTalkLine(copy, item, members, authors),
    })),
    ...goals
      .filter((goal) => goal.ending !== null)
      .map((goal) => ({ source: { goal: goal.id }, text: copy.conversations.endItem(goal.title) })),
    ...goals.flatMap((goal) =>
      goal.steps
        .filter((step) => isOpen(step) && (settled(step.day) ?? LAST) <= found.until)
        .map((step) => ({ source: { step: step.id }, text: copy.conversations.stepItem(step.what, goal.title) })),
    ),
  ]
  return all
    .map((suggestion) => ({ ...suggestion, key: keyOf(suggestion.source) }))
    .filter(({ key }) => !known.has(key))
}

/** Sorts after every day: no day is never due. */
const LAST = '9'

/** Contradicting choices are open until people have chosen: exactly what to talk about. */
export const isOpen = (one: Pick<Goal, 'aside'> & { readonly status: readonly (string | null)[] }): boolean =>
  one.aside === null && !(one.status.length === 1 && ['completed', 'cancelled'].includes(one.status[0] ?? ''))

const keyOf = (source: PointSource): string => {
  if (source === null) return ''
  if ('checkIn' in source) return `${source.checkIn} ${source.topic}`
  return 'step' in source ? source.step : source.goal
}
