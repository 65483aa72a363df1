/** What a plan says, as blocks of text. */
import type { Several } from './fields.ts'
import type { PlanWords } from './plan-text-words.ts'
import type { Block } from './story.ts'

export const several = <Value>(
  words: PlanWords,
  values: Several<Value | null>,
  say: (value: Value) => string,
): string => {
  const said = values.filter((value) => value !== null).map(say)
  return said.length > 1 ? words.either(said) : (said[0] ?? '')
}

const run = (text: string) => ({ text, bold: false, italic: false, link: null })
export const paragraph = (text: string): Block => ({ name: 'paragraph', runs: [run(text)] })
export const lines = (texts: readonly string[]): readonly Block[] => texts.map(paragraph)
export const points = (texts: readonly string[]): Block => ({
  name: 'list',
  ordered: false,
  start: 1,
  items: texts.map((text) => [paragraph(text)]),
})
export const inOne = (texts: readonly string[]): readonly Block[] =>
  texts.length === 0 ? [] : [paragraph(texts.join(' · '))]
