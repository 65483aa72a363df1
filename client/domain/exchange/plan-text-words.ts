/** The words for a plan on paper and in files. They come in, in the reader's language, because the domain knows none. */
import type { AnswerChoice } from '../goals/answers.ts'
import type { ContactForm, GoalStatus, StepStatus, Topic } from '../document/choices.ts'
import type { DayPart, LikedForm, Liking, Weekday } from '../contact/contact.ts'
import type { Outcome } from '../goals/endings.ts'
import type { GoalText } from '../goals/goals.ts'
import type { SectionName } from '../plan/sections.ts'
import type { Authors } from '../document/own-words.ts'
import type { Origin } from '../plan/origin.ts'
import type { Hand } from '../plan/hands.ts'
import type { Who } from '../plan/who.ts'
import type { CheckIn } from '../wheel/check-ins.ts'
import type { When } from '../document/when.ts'

export type PlanWords = Authors & {
  readonly sections: Readonly<Record<SectionName, string>>
  /** One line per person who takes part: "Ans · owner". */
  readonly people: readonly string[]
  who(who: Who): string
  /** The same within a sentence. */
  within(who: Who): string
  /** Where the first content came from, and who brought it in. */
  origin(origin: Origin): string
  /** The person behind a clientID; `null`: no longer known. */
  author(client: number | null): Who | null
  date(ms: number): string
  /** A day, with its time where it has one. */
  when(when: When): string
  /** The words for two concurrent choices. */
  either(values: readonly string[]): string
  readonly wheel: {
    readonly topics: Readonly<Record<Topic, string>>
    readonly talkAbout: string
    readonly none: string
    before(moment: string, score: string): string
  }
  /** Who filled in a wheel that is not the person's alone; `null`: they did. */
  filledInBy(wheel: Pick<CheckIn, 'who' | 'writers' | 'finishers'>): string | null
  /** Who wrote something down for somebody else; `null`: they did it themself. */
  writtenBy(hand: Hand): string | null
  readonly goals: {
    readonly wishes: string
    readonly noTitle: string
    readonly noWords: string
    readonly steps: string
    readonly status: Readonly<Record<GoalStatus, string>>
    readonly stepStatus: Readonly<Record<StepStatus, string>>
    readonly texts: Readonly<Record<GoalText, string>>
    readonly fields: { readonly status: string }
    readonly answers: {
      readonly short: Readonly<Record<AnswerChoice, string>>
      said(who: string, answer: string, words: string): string
      to(goal: string): string
      alsoBy(who: readonly string[]): string
    }
    readonly ending: {
      readonly propose: Readonly<Record<Outcome, string>>
      proposed(who: string, what: string): string
    }
  }
  readonly conversations: {
    readonly title: string
    readonly forms: Readonly<Record<ContactForm, string>>
    readonly talked: string
    readonly open: string
    readonly notes: string
    readonly agreements: string
    stepItem(what: string, goal: string): string
    at(place: string): string
    nextOn(parts: readonly string[]): string
  }
  readonly contact: {
    readonly forms: Readonly<Record<LikedForm, string>>
    readonly likings: Readonly<Record<Liking, string>>
    readonly days: Readonly<Record<Weekday, string>>
    readonly parts: Readonly<Record<DayPart, string>>
    says(form: string, liking: string): string
    on(day: string, parts: readonly string[]): string
  }
}
