/** What people wrote in a plan, text by text, to search in it. What was set aside is left out. */
import type * as Y from 'yjs'
import { contactCardsOf } from '../contact/contact.ts'
import { conversationsOf } from '../conversations/conversations.ts'
import type { EntityId } from '../document/entity-id.ts'
import { readPlan } from '../document/read-plan.ts'
import { goalsOf } from '../goals/goals.ts'
import { wishesOf } from '../goals/wishes.ts'
import { readStory } from '../story/story.ts'
import { toText } from '../story/story-text.ts'
import { checkInsOf } from '../wheel/check-ins.ts'
import type { SectionName } from '../plan/sections.ts'

/** `thing`: the goal or conversation that it is part of. */
export type Passage = {
  readonly part: Extract<SectionName, 'story' | 'wheel' | 'goals' | 'conversations' | 'contact'>
  readonly thing: EntityId | null
  readonly text: string
}

const inView = <Thing extends { readonly aside: unknown }>(things: readonly Thing[]): readonly Thing[] =>
  things.filter(({ aside }) => aside === null)

export const readPassages = (doc: Y.Doc): readonly Passage[] => {
  const plan = readPlan(doc)
  const passages: readonly Passage[] = [
    ...inView(goalsOf(plan)).flatMap(({ id, title, why, start, wished, steps }) =>
      [title, ...inView(steps).map(({ what }) => what), why, start, wished].map((text) => ({
        part: 'goals' as const,
        thing: id,
        text,
      })),
    ),
    ...inView(wishesOf(plan)).map(({ text }) => ({ part: 'goals' as const, thing: null, text })),
    ...readStory(doc).map((block) => ({ part: 'story' as const, thing: null, text: toText([block]) })),
    ...inView(conversationsOf(plan)).flatMap(({ id, notes, points }) =>
      [...inView(points).map(({ text }) => text), notes].map((text) => ({
        part: 'conversations' as const,
        thing: id,
        text,
      })),
    ),
    ...inView(checkInsOf(plan)).flatMap(({ topics }) =>
      Object.values(topics).map(({ note }) => ({ part: 'wheel' as const, thing: null, text: note })),
    ),
    ...contactCardsOf(plan).map(({ words }) => ({ part: 'contact' as const, thing: null, text: words })),
  ]
  return passages.filter(({ text }) => text.trim() !== '')
}
