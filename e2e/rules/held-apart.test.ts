/**
 * Words of people come into sentences in one place (client/wording/hold-apart.ts), through which the app's languages are loaded: who
 * took the words of a language from elsewhere, or set the marks of a direction themselves, would go round it.
 */
import { expect, test } from 'vitest'
import { isProof, readSources, type Sources } from './sources.ts'

/** Files that may, each with the reason. */
const HOMES: Readonly<Record<string, string>> = {
  'client/app/browser/create-words.ts': 'loads a language, and holds words apart in it',
  'client/copy/load-copy.ts': 'knows where the words of each language are',
  'client/domain/plan/names.ts': 'isolates',
  'client/domain/document/plain.ts': 'takes marks of a direction out',
  'client/wording/hold-apart.ts': 'holds apart',
}
const WAYS = [
  /import (?!type\b)(?:\{[^}]*\b(?<!type )(?:(?:nl|en)(?:[A-Z]\w+)?|loadCopy)\b[^}]*\}) from '[^']*(?:copy\/|\.\/)(?:nl|en|load-copy)(?:\/[a-z/-]+)?\.ts'/,
  /\bisolate\(/,
  /\\u206[6-9]|[\u2066-\u2069]/,
]

const goingRound = (sources: Sources): readonly string[] =>
  [...sources]
    .filter(
      ([file]) =>
        file.startsWith('client/') &&
        !/^client\/copy\/(?:nl|en|pseudo)\b/.test(file) &&
        !isProof(file) &&
        !/\/(?:testing|fixtures)\//.test(file),
    )
    .filter(([file]) => !(file in HOMES))
    .flatMap(([file, code]) => (WAYS.some((way) => way.test(code)) ? [file] : []))

test('the words of a language come held apart, and nobody isolates by hand', () => {
  const sources = readSources()
  expect(goingRound(sources)).toEqual([])
  for (const [file] of Object.entries(HOMES)) {
    const code = sources.get(file) ?? ''
    expect(WAYS.some((way) => way.test(code)) || code.includes('holdApart'), file).toBe(true)
  }
  expect(sources.get('client/app/browser/create-words.ts')?.match(/holdApart\(/g)).toHaveLength(1)
})

test.each([
  "import { nl } from '#copy/nl.ts'",
  "import { nlPlan } from '#copy/nl/plan.ts'",
  "import { loadCopy } from '#copy/load-copy.ts'",
  'const title = isolate(props.title)',
  "const START = '\\u2068'",
])('one that goes round it is found: %s', (code) => {
  expect(goingRound(new Map([['client/features/planted.ts', code]]))).toEqual(['client/features/planted.ts'])
})
test.each(["import type { Copy } from '#copy/languages.ts'", "import { type Copy } from '#copy/nl.ts'"])(
  'and this is not: %s',
  (code) => {
    expect(goingRound(new Map([['client/features/planted.ts', code]]))).toEqual([])
  },
)
