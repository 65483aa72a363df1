/**
 * Own words have one reader each (G1): whatever reads them goes through it, because any member can write any key. Answers are kept
 * by a type (`Unheard` in hands.ts); names, cards and wheels by these rules.
 */
import { expect, test } from 'vitest'
import { isProof, readSources, type Sources } from './sources.ts'

type Rule = {
  readonly words: RegExp
  /** The files that may, each with the reason. */
  readonly homes: Readonly<Record<string, string>>
}

const RULES: Readonly<Record<string, Rule>> = {
  'values under a person’s key': {
    words: /['"`]person:/,
    homes: {
      'client/domain/plan/people.ts': 'reads them by author',
      'client/domain/news/news.ts': 'says that something changed, and not what',
    },
  },
  'answers under a goal’s key': {
    words: /['"`/]answer:/,
    homes: {
      'client/domain/goals/answers.ts': 'gives them out unheard',
      'client/domain/exchange/import-plan.ts': 'renames the people of a file',
      'client/domain/history/lines.ts': 'says who wrote one down, and for whom',
    },
  },
  'contact cards before they are joined by author': {
    words: /\b(?:contactCardsOf|readContactCards)\b/,
    homes: {
      'client/domain/contact/contact.ts': 'their home',
      'client/domain/exchange/plan-text-contact.ts': 'joins them',
      'client/domain/search/passages.ts': 'finds words, and says of nobody that they are theirs',
      'client/reactive/use-contact-cards.ts': 'joins them',
    },
  },
  'whose wheel it is, in words': {
    words: /\bwheelOf\(|\bwheelItem\(|\bmomentOf\(/,
    homes: {
      'client/wording/wheel-title.ts': 'says who filled it in',
      'client/wording/talk-lines.ts': 'says who filled it in',
      'client/features/wheel/moments.tsx': 'says it beside the moment',
    },
  },
  'signed values, outside the domain': {
    words: /\b(?:signedIn|valuesIn|fieldsOf|readValues|readAllValues|allValuesOf)\b/,
    homes: {},
  },
}

const breaks = (sources: Sources, { words, homes }: Rule, within: RegExp): readonly string[] =>
  [...sources]
    .filter(
      ([file]) =>
        within.test(file) && !isProof(file) && !/\/(?:testing|fixtures|copy)\//.test(file) && !(file in homes),
    )
    .filter(([, code]) => words.test(code))
    .map(([file]) => file)

const withinOf = (name: string): RegExp =>
  /, (?:outside the domain|in words)$/.test(name) ? /^client\/(?!domain\/)/ : /^client\//

test.each(Object.entries(RULES))('%s have one reader', (name, rule) => {
  const sources = readSources()
  expect(breaks(sources, rule, withinOf(name))).toEqual([])
  for (const home of Object.keys(rule.homes)) expect(rule.words.test(sources.get(home) ?? ''), home).toBe(true)
})

test.each(Object.entries(RULES))('a reader that goes round it is found: %s', (name, rule) => {
  const planted = new Map([
    [
      'client/features/planted.ts',
      'fieldsOf(plan, `person:${id}`); fields.get(`answer:${id}`); contactCardsOf(plan); copy.overview.wheelOf(who)',
    ],
  ])
  expect(breaks(planted, rule, withinOf(name))).toEqual(['client/features/planted.ts'])
})
