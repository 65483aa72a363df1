/** The words of a step and the names of people, as all parts of these screens say them. */
import { toWhoName } from '#wording/names.ts'
import type { ContactForm, StepStatus } from '#domain/document/choices.ts'
import { type Day, dayToMs } from '#domain/document/days.ts'
import { outcomeOf } from '#domain/goals/endings.ts'
import type { Several } from '#domain/document/fields.ts'
import type { Goal } from '#domain/goals/goals.ts'
import type { Step } from '#domain/goals/steps.ts'
import type { Who } from '#domain/plan/who.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'

/** A day has not gone by before its evening. */
const DAY_MS = 24 * 60 * 60 * 1000

export const useWords = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const now = () => platform.now()

  const whoName = (who: Who): string => toWhoName(copy(), who, plan.members())
  /** `null`: it is not known who wrote. */
  const authorName = (client: number): string | null => {
    const person = plan.personAt(client)
    return person === null ? null : whoName({ person })
  }
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
    dayName,
    formName,
    statusName,
    randomness: platform,
    saveFile: platform.saveFile,
    mayWrite: () => plan.role() !== 'reader',
    titleOf: (goal: Goal): string => goal.title || copy().goals.noTitle,
    whatOf: (step: Step): string => step.what || copy().goals.noWords,
    /** Who, by when, how: what has been settled of it. */
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

/** Decided together; while two values stand beside each other it has not ended. */
export const endOf = ({ status }: Goal) => outcomeOf(status)

/** Nothing while people still have to choose: that stands beside it. */
export const only = <Value>(values: Several<Value | null>): Value | null =>
  values.length === 1 ? (values[0] ?? null) : null
