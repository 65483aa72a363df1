/** Whose plan it is, in the words of whoever reads it: the one place where "my story" becomes "Ans's story". */
import type { PlanCopy } from '#copy/languages.ts'
import type { Piece } from '#domain/overview/beginning.ts'
import type { Who } from '#domain/plan/who.ts'

/** `theirs`: with the name as it is drawn. A person without a name is spoken of like nobody: "the story". */
export type WhosePlan =
  | { readonly name: 'mine' }
  | { readonly name: 'nobodys' }
  | { readonly name: 'theirs'; readonly person: string }

type Parts = PlanCopy['plan']

/** What each part of the plan is called. */
export const toPartNames = (copy: PlanCopy, whose: WhosePlan): Parts => {
  switch (whose.name) {
    case 'mine':
      return copy.plan
    case 'nobodys':
      return { ...copy.plan, ...copy.whose.nobodys }
    case 'theirs': {
      const { story, wheel, contact } = copy.whose.of
      return { ...copy.plan, story: story(whose.person), wheel: wheel(whose.person), contact: contact(whose.person) }
    }
  }
}

type BeginWords = Readonly<Record<'parts' | 'on' | 'go', Readonly<Record<Piece, string>>>>

/** The way from a story to a first step. */
export const toBeginWords = (copy: PlanCopy, whose: WhosePlan): BeginWords => {
  const { begin } = copy.overview
  if (whose.name === 'mine') return begin
  const words = whose.name === 'nobodys' ? copy.whose.begin.nobodys : copy.whose.begin.of(whose.person)
  return {
    parts: { ...begin.parts, ...words.parts },
    on: { ...begin.on, ...words.on },
    go: { ...begin.go, ...words.go },
  }
}

/** What is asked where wishes, goals and steps are written. */
export const toGoalQuestions = (copy: PlanCopy, whose: WhosePlan): PlanCopy['whose']['goals']['nobodys'] => {
  const { lead, wishLabel, goalLabel, stepLabel, noGoals, noSteps } = copy.goals
  if (whose.name === 'mine') return { lead, wish: wishLabel, goal: goalLabel, step: stepLabel, noGoals, noSteps }
  return whose.name === 'nobodys' ? copy.whose.goals.nobodys : copy.whose.goals.of(whose.person)
}

type WheelState = 'none' | 'again' | 'open'

/** The button that begins or continues a wheel; `whose`: of whom it will be. */
export const toStartWheel = (copy: PlanCopy, whose: WhosePlan, state: WheelState): string => {
  if (whose.name === 'theirs') {
    const { start, again, goOn } = copy.whose.wheel
    return { none: start, again, open: goOn }[state](whose.person)
  }
  const { mine, again, goOn } = copy.wheel.start
  return { none: mine, again, open: goOn }[state]
}

/** How the wheel of somebody is explained, before and while it is filled in. */
export const toWheelLead = (copy: PlanCopy, whose: WhosePlan, state: 'none' | 'open' | 'drawing'): string => {
  if (whose.name === 'mine') return copy.wheel.lead[state]
  const { lead, leadOfNobody } = copy.whose.wheel
  return whose.name === 'nobodys' ? leadOfNobody[state] : lead[state](whose.person)
}

/** Whoever a wheel is of, to the reader. `nameOf`: as it stands within a sentence. */
export const toWhosePerson = (who: Who, isMe: boolean, nameOf: (who: Who) => string): WhosePlan => {
  if (isMe) return { name: 'mine' }
  const person = nameOf(who)
  return person === '' ? { name: 'nobodys' } : { name: 'theirs', person }
}
