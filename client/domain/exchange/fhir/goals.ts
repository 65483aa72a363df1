/** Goals and their steps: `Goal` and `CarePlan.activity` (hl7.org/fhir/R4/goal.html, careplan.html). */
import type { Annotation, CarePlanActivity, CodeableConcept, Goal as GoalResource } from 'fhir/r4'
import type { ContactForm } from '../../document/choices.ts'
import { type When, whenToMs } from '../../document/when.ts'
import { isOutcome, outcomeOf } from '../../goals/endings.ts'
import { settled } from '../../document/fields.ts'
import type { Goal } from '../../goals/goals.ts'
import type { Step } from '../../goals/steps.ts'
import { hear } from '../../plan/hands.ts'
import { type BundleContext, type Identified, toDateTime, toUrn } from './context.ts'
import { NAMELESS } from './strings.ts'

export const toGoal = (context: BundleContext, goal: Goal): Identified<GoalResource> => {
  const { words, annotate } = context
  const maker = context.authorOf(goal.maker)
  const texts = (['why', 'start', 'wished'] as const)
    .filter((name) => goal[name] !== '')
    .map((name) => annotate(null, `${words.texts[name]} ${goal[name]}`))
  const open = context.unsettled('status', goal.status, (one) => words.status[one]).map((text) => annotate(null, text))
  const note = [...texts, ...open, ...goal.answers.map((answer) => toAnswer(context, answer))]
  return {
    resourceType: 'Goal',
    id: context.idOf('Goal', goal.id),
    // An ending that stands beside something else has not been agreed on.
    lifecycleStatus: outcomeOf(goal.status) ?? settled(goal.status.filter((one) => !isOutcome(one))) ?? 'proposed',
    description: toConcept(goal.title),
    subject: context.refTo({ person: context.subject }),
    ...(maker === null ? {} : { expressedBy: context.refTo(maker) }),
    ...(goal.topic === null ? {} : { category: [toConcept(words.topic(goal.topic, ''))] }),
    ...(note.length === 0 ? {} : { note }),
  }
}

/** FHIR's author of a note is whoever wrote it: for another's answer their name stands in the words. */
const toAnswer = (context: BundleContext, answer: Goal['answers'][number]): Annotation => {
  const { words } = context
  const { who, answer: choice, words: text, own, by } = hear(answer, context)
  const said = text === '' ? '' : `: “${text}”`
  if (own) return context.annotate(who, words.answer[choice] + said)
  const about = context.isSubject(who) ? words.subject : context.nameOf(who)
  const writer = by === null ? null : { person: by }
  return context.annotate(writer, `${about}: ${words.answer[choice]}${said}. ${words.by({ own, by })}`)
}

/** Two concurrent choices are not settled, and no other system can ask people to choose: both are in words, and neither is a coded value. */
export const toActivity = (context: BundleContext, step: Step): CarePlanActivity => {
  const who = step.who.length === 1 ? settled(step.who) : null
  const when = step.when.length === 1 ? settled(step.when) : null
  const form = step.form.length === 1 ? settled(step.form) : null
  const { words } = context
  const open = [
    ...context.unsettled('status', step.status, (status) => words.stepStatus[status]),
    ...context.unsettled('who', step.who, (one) => (context.isSubject(one) ? words.subject : context.nameOf(one))),
    ...context.unsettled('when', step.when, words.when),
    ...context.unsettled('form', step.form, (one) => words.forms[one]),
  ]
  return {
    ...(open.length === 0 ? {} : { progress: open.map((text) => context.annotate(null, text)) }),
    detail: {
      kind: 'Task',
      ...(form === null ? {} : { code: toForm(words.forms[form], form) }),
      goal: [{ reference: toUrn(context.idOf('Goal', step.goal)) }],
      status: step.status.length > 1 ? 'unknown' : (settled(step.status) ?? 'not-started'),
      description: step.what.trim() || NAMELESS,
      ...(who === null ? {} : { performer: [context.refTo(who)] }),
      ...(when === null || whenToMs(when) < 0 ? {} : { scheduledPeriod: { end: toEnd(when) } }),
    },
  }
}

/** A time of day has a zone in FHIR, which is that of whoever takes the file. */
const toEnd = (when: When): string => (when.time === null ? when.day : toDateTime(whenToMs(when)))

/** How people do it, by the HL7 terms for how somebody takes part in an act; for doing it alone there is none. */
const toForm = (text: string, form: ContactForm): CodeableConcept => {
  const code = MODES[form]
  return { ...(code === null ? {} : { coding: [{ system: MODE_SYSTEM, code }] }), text }
}

const MODE_SYSTEM = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationMode'
const MODES = {
  together: 'FACE',
  phone: 'PHONE',
  video: 'VIDEOCONF',
  chat: 'ONLINEWRIT',
  alone: null,
} satisfies Record<ContactForm, string | null>

const toConcept = (text: string): CodeableConcept => ({ text: text.trim() || NAMELESS })
