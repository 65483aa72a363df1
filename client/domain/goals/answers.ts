/** Answers to a goal: each person's "agree", or "seen, do not agree" with words of their own (product.md, rule 2). */
import type * as Y from 'yjs'
import { keyOf } from '../document/entities.ts'
import type { EntityId } from '../document/entity-id.ts'
import { cut, type Plain } from '../document/plain.ts'
import { type Fields, readable } from '../document/plan-state.ts'
import { readText } from '../document/texts.ts'
import type { ValueKey } from '../document/value-name.ts'
import type { Authors } from '../document/own-words.ts'
import { type Randomness, setValue, setValueBut } from '../document/values.ts'
import { handOf, type Unheard, unheard } from '../plan/hands.ts'
import { parseWho, type Who, whoKey } from '../plan/who.ts'

export type AnswerChoice = 'agree' | 'disagree'

export type Answer = {
  readonly who: Who
  readonly answer: AnswerChoice
  readonly words: string
  /** What the goal said at that moment; `null`: not kept, as by earlier releases. */
  readonly to: string | null
  /** The clientID that wrote it down. People at one table share a device: `hear` says whose hand it is. */
  readonly client: number
}

/** The most characters of an answer, which is a sentence or two. */
export const ANSWER_LIMIT = 500

type NewAnswer = { readonly answer: AnswerChoice; readonly words: string }

/** Sets an own answer; `null` takes it back. It replaces what others had written down for this person. */
export const setAnswer = (
  doc: Y.Doc,
  goal: EntityId,
  who: Who,
  answer: NewAnswer | null,
  randomness: Randomness,
): void =>
  doc.transact(() => setValue(doc, answerKey(goal, who), toValue(doc, goal, who, answer), randomness), setAnswer)

/** Writes down the answer of somebody else, at one table. What they said themself stays beside it. */
export const writeDownAnswer = (
  doc: Y.Doc,
  goal: EntityId,
  who: Who,
  answer: NewAnswer,
  authors: Authors,
  randomness: Randomness,
): void =>
  doc.transact(
    () =>
      setValueBut(
        doc,
        answerKey(goal, who),
        toValue(doc, goal, who, answer),
        ({ client }) => handOf(who, client, authors).own,
        randomness,
      ),
    writeDownAnswer,
  )

/** The key of a person's answer to a goal. */
export const answerKey = (goal: EntityId, who: Who): ValueKey => keyOf('goal', goal, `answer:${whoKey(who)}`)
const toValue = (doc: Y.Doc, goal: EntityId, who: Who, answer: NewAnswer | null): Plain => {
  if (answer === null) return null
  const to = toGoalLine(readText(doc, 'goal', goal, 'title'))
  return {
    who: parseWho(who),
    answer: answer.answer,
    words: cut(answer.words, ANSWER_LIMIT),
    ...(to === '' ? {} : { to }),
  }
}

const toGoalLine = (title: string): string => cut(title.trim(), ANSWER_LIMIT)

/** What an answer was an answer to, where the goal says something else by now: nobody agrees to words that came afterwards. */
export const answeredTo = ({ to }: Pick<Answer, 'to'>, title: string): string | null =>
  to === toGoalLine(title) ? null : to

/** The answers. Two concurrent ones of one person, from two devices, both stay until they choose. */
export const answersIn = (fields: Fields): readonly Unheard<Answer>[] =>
  [...fields]
    .filter(([field]) => field.startsWith('answer:'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([field, values]) => readable(values).map(({ value, client }) => parseAnswer(field, value, client)))
    .filter((answer) => answer !== null)
    .map(unheard)

const parseAnswer = (field: string, value: Plain, client: number): Answer | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { who: whom, answer, words, to } = value as { readonly [name: string]: Plain }
  const who = parseWho(whom)
  if (who === null || `answer:${whoKey(who)}` !== field || (answer !== 'agree' && answer !== 'disagree')) return null
  const line = typeof to === 'string' ? toGoalLine(to) : ''
  return {
    who,
    answer,
    words: typeof words === 'string' ? cut(words, ANSWER_LIMIT) : '',
    to: line === '' ? null : line,
    client,
  }
}
