/** The words of steps and people, for all parts of the goal screens. */
import { toWhoName } from '#wording/names.ts'
import { toWrittenBy } from '#wording/written-by.ts'
import type { Answer } from '#domain/goals/answers.ts'
import type { ContactForm, StepStatus } from '#domain/document/choices.ts'
import { type Day, dayToMs } from '#domain/document/days.ts'
import { outcomeOf } from '#domain/goals/endings.ts'
import type { Several } from '#domain/document/fields.ts'
import type { Goal } from '#domain/goals/goals.ts'
import type { Step } from '#domain/goals/steps.ts'
import { type Hand, hearAll, type Unheard } from '#domain/plan/hands.ts'
import type { Who } from '#domain/plan/who.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'

/** A day is past only after its evening. */
const DAY_MS = 24 * 60 * 60 * 1000

export const useGoalWords = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const now = () => platform.now()

  const whoName = (who: Who): string => toWhoName(copy(), who, plan.members())
  /** `null`: the writer is unknown. */
  const authorName = (client: number): string | null => {
    const person = plan.personAt(client)
    return person === null ? null : whoName({ person })
  }
  /** Answers with whose hand they are, and in words. */
  const heard = (answers: readonly Unheard<Answer>[]) => hearAll(answers, plan)
  const answerWords = ({ who, answer, words }: Answer): string =>
    copy().goals.answers.said(whoName(who), copy().goals.answers.short[answer], words)
  const writtenBy = (hand: Hand): string | null => toWrittenBy(copy(), hand, whoName)
  const dayName = (day: Day): string => copy().goals.day(dayToMs(day), now())
  const byWhen = (day: Day): string => {
    const ms = dayToMs(day)
    return copy().overview[ms < now() - DAY_MS ? 'wasBy' : 'by'](ms, now())
  }
  const formName = (form: ContactForm): string => copy().conversations.forms[form]
  const statusName = (status: StepStatus): string => copy().goals.stepStatus[status]

  return {
    copy,
    plan,
    now,
    whoName,
    authorName,
    heard,
    answerWords,
    writtenBy,
    dayName,
    formName,
    statusName,
    randomness: platform,
    saveFile: platform.saveFile,
    mayWrite: () => plan.role() !== 'reader',
    titleOf: (goal: Goal): string => goal.title || copy().goals.noTitle,
    whatOf: (step: Step): string => step.what || copy().goals.noWords,
    /** Who, by when, how: the parts without a conflict. */
    about(step: Step): readonly string[] {
      const [who, day, form, status] = [step.who, step.day, step.form, step.status].map((values) =>
        only<unknown>(values),
      ) as [Who | null, Day | null, ContactForm | null, StepStatus | null]
      return [
        who && whoName(who),
        day && !isDone(step) ? byWhen(day) : null,
        form && formName(form),
        status === 'in-progress' || status === 'cancelled' ? statusName(status) : null,
      ].filter((words) => words !== null)
    },
  }
}

export const isDone = (step: Step): boolean => step.status.length === 1 && step.status[0] === 'completed'

/** Decided together; while two values conflict it has not ended. */
export const endOf = ({ status }: Goal) => outcomeOf(status)

/** `null` while values conflict, which is shown beside it. */
export const only = <Value>(values: Several<Value | null>): Value | null =>
  values.length === 1 ? (values[0] ?? null) : null
