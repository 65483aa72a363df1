/** The words of steps and people, for all parts of the goal screens. */
import { toWhoName, toWhoWithin } from '#wording/names.ts'
import { toStepWords } from '#wording/step-words.ts'
import { toWhenWords } from '#wording/when-words.ts'
import { toWrittenBy } from '#wording/written-by.ts'
import type { Aside } from '#domain/document/aside.ts'
import { type Answer, answeredTo } from '#domain/goals/answers.ts'
import type { ContactForm, StepStatus } from '#domain/document/choices.ts'
import type { When } from '#domain/document/when.ts'
import { outcomeOf } from '#domain/goals/endings.ts'
import type { Several } from '#domain/document/fields.ts'
import type { Goal } from '#domain/goals/goals.ts'
import type { Step } from '#domain/goals/steps.ts'
import { type Hand, hearAll, type Unheard } from '#domain/plan/hands.ts'
import type { Who } from '#domain/plan/who.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'

export const useGoalWords = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const now = () => platform.now()

  const whoName = (who: Who): string => toWhoName(copy(), who, plan.members())
  const whoWithin = (who: Who): string => toWhoWithin(copy(), who, plan.members())
  const authorName = (client: number): string => {
    const person = plan.personAt(client)
    return person === null ? copy().general.nameless : whoName({ person })
  }
  /** The same within a sentence. */
  const authorWithin = (client: number): string => {
    const person = plan.personAt(client)
    return person === null ? copy().general.namelessWithin : whoWithin({ person })
  }
  /** Answers with whose hand they are, and in words. */
  const heard = (answers: readonly Unheard<Answer>[]) => hearAll(answers, plan)
  const answerWords = ({ who, answer, words }: Answer): string =>
    copy().goals.answers.said(whoName(who), copy().goals.answers.short[answer], words)
  /** What somebody answered to, where the goal says something else by now. */
  const answeredWords = (answer: Answer, goal: Goal): string | null => {
    const to = answeredTo(answer, goal.title)
    return to === null ? null : copy().goals.answers.to(to)
  }
  const writtenBy = (hand: Hand): string | null => toWrittenBy(copy(), hand, whoWithin)
  const whenName = (when: When): string => toWhenWords(copy(), when, now())
  const formName = (form: ContactForm): string => copy().conversations.forms[form]
  const statusName = (status: StepStatus): string => copy().goals.stepStatus[status]

  return {
    copy,
    plan,
    now,
    whoName,
    authorName,
    authorWithin,
    heard,
    answerWords,
    answeredWords,
    writtenBy,
    whenName,
    formName,
    statusName,
    randomness: platform,
    saveFile: platform.saveFile,
    mayWrite: () => plan.role() !== 'reader',
    titleOf: (goal: Goal): string => goal.title || copy().goals.noTitle,
    whatOf: (step: Step): string => step.what || copy().goals.noWords,
    /** To whoever is working in a row that is set aside. */
    heldText: (aside: Aside | null): string | null => aside && copy().goals.aside.held(authorName(aside.client)),
    /** Who, by when, how: the parts without a conflict. */
    about(step: Step): readonly string[] {
      const status = only(step.status)
      const said = { who: alone(step.who), when: isDone(step) ? [] : alone(step.when), form: alone(step.form) }
      return [
        ...toStepWords(copy(), said, plan.members(), now()),
        ...(status === 'in-progress' || status === 'cancelled' ? [statusName(status)] : []),
      ]
    },
  }
}

export const isDone = (step: Step): boolean => step.status.length === 1 && step.status[0] === 'completed'

/** Decided together; while two values conflict it has not ended. */
export const endOf = ({ status }: Goal) => outcomeOf(status)

/** `null` while values conflict, which is shown beside it. */
export const only = <Value>(values: Several<Value | null>): Value | null =>
  values.length === 1 ? (values[0] ?? null) : null

const alone = <Value>(values: Several<Value>): Several<Value> => (values.length === 1 ? values : [])
