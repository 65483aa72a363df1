/** Answers to a goal: each person's "agree", or "seen, do not agree" with words of their own (product.md, rule 2). */
import type * as Y from 'yjs'
import { keyOf } from '../document/entities.ts'
import type { EntityId } from '../document/entity-id.ts'
import { cut, type Plain } from '../document/plain.ts'
import { type Fields, readable } from '../document/plan-state.ts'
import { type Randomness, setValue } from '../document/values.ts'
import { parseWho, type Who, whoKey } from '../plan/who.ts'

export type AnswerChoice = 'agree' | 'disagree'

export type Answer = {
  readonly who: Who
  readonly answer: AnswerChoice
  readonly words: string
  /**
   * The clientID that wrote it down; the log knows the person. Screens say so when that is not `who`: people at one table
   * share a device, and nobody may seem to have said what another wrote.
   */
  readonly client: number
}

/** The most characters of an answer, which is a sentence or two. */
export const ANSWER_LIMIT = 500

/** Sets an answer; `null` takes it back. */
export const setAnswer = (
  doc: Y.Doc,
  goal: EntityId,
  who: Who,
  answer: { readonly answer: AnswerChoice; readonly words: string } | null,
  randomness: Randomness,
): void =>
  doc.transact(
    () =>
      setValue(
        doc,
        keyOf('goal', goal, `answer:${whoKey(who)}`),
        answer === null ? null : { who: parseWho(who), answer: answer.answer, words: cut(answer.words, ANSWER_LIMIT) },
        randomness,
      ),
    setAnswer,
  )

/** The answers. Two concurrent ones of one person, from two devices, both stay until they choose. */
export const answersIn = (fields: Fields): readonly Answer[] =>
  [...fields]
    .filter(([field]) => field.startsWith('answer:'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([field, values]) => readable(values).map(({ value, client }) => parseAnswer(field, value, client)))
    .filter((answer) => answer !== null)

const parseAnswer = (field: string, value: Plain, client: number): Answer | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { who: whom, answer, words } = value as { readonly [name: string]: Plain }
  const who = parseWho(whom)
  if (who === null || `answer:${whoKey(who)}` !== field || (answer !== 'agree' && answer !== 'disagree')) return null
  return { who, answer, words: typeof words === 'string' ? cut(words, ANSWER_LIMIT) : '', client }
}
