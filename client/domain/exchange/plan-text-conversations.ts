/** Conversations on paper, in files, and as the report of one: points, notes, agreements, and the next contact. */
import type * as Y from 'yjs'
import { type Conversation, readConversations } from '../conversations/conversations.ts'
import { toDay } from '../document/days.ts'
import type { EntityId } from '../document/entity-id.ts'
import { settled } from '../document/fields.ts'
import { inTime } from '../document/moments.ts'
import { type Goal, readGoals } from '../goals/goals.ts'
import { inView, lines, paragraph, type PlanGroup, type PlanView, points, several, signed } from './plan-text-blocks.ts'
import { toPlainText } from './plan-text-plain.ts'
import { stepCells } from './plan-text-steps.ts'
import type { PlanWords } from './plan-text-words.ts'

export const conversationGroups = (doc: Y.Doc, words: PlanWords, view: PlanView): readonly PlanGroup[] => {
  const { extent, ...times } = view
  const all = inTime(inView(readConversations(doc)), times)
  const goals = inView(readGoals(doc))
  const coming = all.filter(({ held }) => !held).toReversed()
  const last = lastHeld(all, view.now)
  const shown = extent === 'all' ? all : [...(last === null ? [] : [last]), ...coming]
  return shown.map((conversation) => conversationGroup(words, conversation, goals))
}

/** The conversation that people had last, by its day; a day that is still to come is taken for today. */
const lastHeld = (newestFirst: readonly Conversation[], now: number): Conversation | null => {
  const today = toDay(now)
  const dayOf = ({ day, at }: Conversation) => {
    const held = settled(day) ?? toDay(at)
    return held > today ? today : held
  }
  const held = newestFirst.filter((conversation) => conversation.held)
  return held.toSorted((a, b) => (dayOf(a) === dayOf(b) ? 0 : dayOf(a) < dayOf(b) ? 1 : -1))[0] ?? null
}

/** One conversation as plain text, for a record elsewhere; `null`: it is not there. `when`: a line that says when the text was made. */
export const readReport = (doc: Y.Doc, words: PlanWords, id: EntityId, title: string, when: string): string | null => {
  const conversation = readConversations(doc).find((each) => each.id === id)
  if (conversation === undefined) return null
  const group = conversationGroup(words, conversation, inView(readGoals(doc)))
  return toPlainText(title, when, [{ title: group.title, groups: [{ ...group, title: '' }] }])
}

const conversationGroup = (words: PlanWords, conversation: Conversation, goals: readonly Goal[]): PlanGroup => {
  const { title, forms, talked, open, notes, agreements, nextOn } = words.conversations
  const form = several(words, conversation.form, (one) => forms[one])
  const day = several(words, conversation.when, words.when)
  const place = several(words, conversation.place, (one) => one)
  const next = [
    several(words, conversation.nextWhen, words.when),
    several(words, conversation.nextForm, (one) => forms[one]),
  ].filter((part) => part !== '')
  const shown = inView(conversation.points)
  const how = (point: { talked: boolean }) => (point.talked ? ` · ${talked}` : conversation.held ? ` · ${open}` : '')
  const agreed = goals.flatMap((goal) =>
    inView(goal.steps)
      .filter((step) => step.conversation === conversation.id)
      .map((step) => {
        const [what, ...rest] = stepCells(words, step)
        return [words.conversations.stepItem(what, goal.title || words.goals.noTitle), ...rest]
      }),
  )
  return {
    title: [title, day, form].filter((part) => part !== '').join(' · '),
    ...(conversation.held ? { held: true } : {}),
    blocks: [
      ...lines(place === '' ? [] : [words.conversations.at(place)]),
      ...(shown.length === 0
        ? []
        : [points(shown.map((point) => signed(words, point.text, point.maker) + how(point)))]),
      ...lines(conversation.notes === '' ? [] : [`${notes}: ${conversation.notes}`]),
      ...(agreed.length === 0
        ? []
        : [
            paragraph(`${agreements}:`),
            points(agreed.map((cells) => cells.filter((cell) => cell !== '').join(' · '))),
          ]),
      ...lines(next.length === 0 ? [] : [nextOn(next)]),
    ],
  }
}
