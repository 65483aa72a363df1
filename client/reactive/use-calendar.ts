/** Steps and conversations as a calendar file. */
import { type CalendarEvent, toCalendar } from '#domain/goals/calendar.ts'
import { type Conversation, conversationsOf } from '#domain/conversations/conversations.ts'
import { isOutcome } from '#domain/goals/endings.ts'
import type { Several } from '#domain/document/fields.ts'
import type { Step } from '#domain/goals/steps.ts'
import { toTitle } from '#wording/names.ts'
import { usePlanCopy } from './use-plan-copy.ts'
import { usePlanState, useTitles } from './use-plan-state.ts'
import { usePlatform } from './use-platform.ts'

/** Conflicting values have no place in a calendar yet. */
const only = <Value>(values: Several<Value | null>): Value | null => (values.length === 1 ? (values[0] ?? null) : null)

const idOfNext = ({ id }: Conversation): string => `${id}.next`

export const useCalendar = () => {
  const copy = usePlanCopy()
  const titles = useTitles()
  const platform = usePlatform()
  const all = usePlanState(conversationsOf)
  /** A worker with thirty plans would not know with whom. */
  const talk = (): string => `${copy().conversations.title} · ${toTitle(copy(), titles()[0])}`
  return {
    /** A finished step needs no calendar entry. */
    ofSteps: (steps: readonly Step[]): readonly CalendarEvent[] =>
      steps.flatMap((step) => {
        const when = only(step.when)
        if (step.aside !== null || when === null || isOutcome(only(step.status))) return []
        return [{ id: step.id, when, words: step.what || copy().goals.noWords, place: null }]
      }),
    ofConversation: (conversation: Conversation): readonly CalendarEvent[] => {
      const when = only(conversation.when)
      const place = only(conversation.place)
      // The entry that was made for it at the end of the conversation before.
      const before = all().find(({ nextWhen }) => when !== null && only(nextWhen)?.day === when.day)
      const id = before === undefined ? conversation.id : idOfNext(before)
      return when === null || conversation.held ? [] : [{ id, when, words: talk(), place }]
    },
    /** The next contact, until there is a conversation for it. */
    ofNext: (conversation: Conversation): readonly CalendarEvent[] => {
      const when = only(conversation.nextWhen)
      return when === null ? [] : [{ id: idOfNext(conversation), when, words: talk(), place: null }]
    },
    save: (events: readonly CalendarEvent[]): void =>
      platform.saveFile({
        name: `${copy().goals.calendar.fileName}.ics`,
        type: 'text/calendar',
        text: toCalendar(events, platform.now()),
      }),
  }
}
