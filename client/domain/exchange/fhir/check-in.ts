/**
 * A wheel as `QuestionnaireResponse` (hl7.org/fhir/R4/questionnaireresponse.html). It holds only people's answers: no total, no
 * average and no interpretation (product.md, rule 7). Zero is an answer; an absent score is none.
 */
import type { QuestionnaireResponse, QuestionnaireResponseItem } from 'fhir/r4'
import type { CheckIn } from '../../wheel/check-ins.ts'
import { TOPICS, type Topic } from '../../document/choices.ts'
import { type BundleContext, type Identified, toDateTime } from './context.ts'

export const toQuestionnaireResponse = (
  context: BundleContext,
  checkIn: CheckIn,
): Identified<QuestionnaireResponse> => {
  const author = context.authorOf(checkIn.maker)
  const by = context.words.filledInBy(checkIn)
  const about = context.isSubject(checkIn.who) ? context.words.subject : context.nameOf(checkIn.who)
  const written = by === null ? [] : [{ linkId: 'written-down', text: by, answer: [{ valueString: about || '–' }] }]
  const answered = TOPICS.map((topic) => toItem(context, checkIn, topic)).filter((item) => item !== null)
  const items = [...written, ...answered]
  return {
    resourceType: 'QuestionnaireResponse',
    id: context.idOf('QuestionnaireResponse', checkIn.id),
    status: checkIn.finished ? 'completed' : 'in-progress',
    subject: context.refTo({ person: context.subject }),
    authored: toDateTime(checkIn.at),
    ...(author === null ? {} : { author: context.refTo(author) }),
    // The source is whoever answered: a wheel that another filled in names its person in words, and is not their answer.
    ...(by === null ? { source: context.refTo(checkIn.who) } : {}),
    ...(items.length === 0 ? {} : { item: items }),
  }
}

/** Two concurrent scores are no answer: people still have to choose, and both are in words. */
const toItem = (
  { words, unsettled }: BundleContext,
  { topics, ownTopic }: CheckIn,
  topic: Topic,
): QuestionnaireResponseItem | null => {
  const { score, note, talkAbout } = topics[topic]
  const [settled] = score.length === 1 ? score : []
  const either = unsettled('score', score, String).map((valueString) => ({ valueString }))
  const text = words.topic(topic, ownTopic)
  const item: QuestionnaireResponseItem[] = [
    ...(either.length === 0 ? [] : [{ linkId: `${topic}/either`, text, answer: either }]),
    ...(note.trim() === ''
      ? []
      : [{ linkId: `${topic}/note`, text: words.note(text), answer: [{ valueString: note }] }]),
    ...(talkAbout ? [{ linkId: `${topic}/talk`, text: words.talkAbout, answer: [{ valueBoolean: true }] }] : []),
  ]
  if (settled === undefined && item.length === 0) return null
  const inner = item.length === 0 ? {} : { item }
  // Where there is an answer, what belongs to it stands beneath the answer (constraint qrs-1).
  if (typeof settled === 'number') return { linkId: topic, text, answer: [{ valueInteger: settled, ...inner }] }
  return { linkId: topic, text, ...inner }
}
