/**
 * Codes and links are read in one place (client/keys: typed-text, invitation-link, key-card), which knows what keyboards, chat and
 * mail make of them: a screen that reads digits or takes a link apart itself would refuse what that place takes.
 */
import { expect, test } from 'vitest'
import { isProof, readSources, type Sources } from './sources.ts'

/** Digits counted or named by a pattern, and the parts of our links. */
const READS =
  /\\d|\[0-9|\\p\{Nd\}|(?:split|startsWith|endsWith|includes|indexOf|slice)\(['"`/]+#?\/?(?:join|card)\b|#\\?\/(?:join|card)/
/** What else holds digits, by file and reason. */
const OTHERS: Readonly<Record<string, string>> = {
  'client/app/browser/incoming-card.ts': 'takes a card out of the address and hands it on',
  'client/reactive/to-sentences.ts': 'the number of a point ends no sentence',
}
const SCREENS = /^client\/(?:features|ui|app|reactive|wording)\//

const goingRound = (sources: Sources): readonly string[] =>
  [...sources]
    .filter(([file]) => SCREENS.test(file) && !isProof(file) && !(file in OTHERS))
    .flatMap(([file, code]) => code.split('\n').flatMap((line, at) => (READS.test(line) ? [`${file}:${at + 1}`] : [])))

test('no screen reads a code or takes a link apart', () => {
  const sources = readSources()
  expect(goingRound(sources)).toEqual([])
  for (const file of Object.keys(OTHERS)) expect(READS.test(sources.get(file) ?? ''), file).toBe(true)
  expect(READS.test(sources.get('client/keys/invitation-link.ts') ?? '')).toBe(true)
})

test.each([
  String.raw`const CODE = /^\d{6}$/`,
  String.raw`text.replaceAll(/[^0-9]/g, '')`.replace('[^0-9', '[0-9'),
  `text.split('/join/').at(-1)`,
  `hash.startsWith('#/card/')`,
  String.raw`/#\/join\/(.*)/.exec(hash)`,
])('one that goes round it is found: %s', (code) => {
  expect(goingRound(new Map([['client/features/planted.ts', code]]))).toEqual(['client/features/planted.ts:1'])
})
