/** The app calls no function that the oldest browser it serves lacks: there nothing would open, and no other test would tell. */
import { expect, test } from 'vitest'
import { YOUNGER } from '../support/oldest-browser.ts'
import { isProof, readSources, type Sources } from './sources.ts'
import { lineOf } from './syntax.ts'

const OF_THE_APP = /^(?:client|shared)\//

/** `Map.groupBy` is written so; a method by its own name, behind whatever it belongs to. */
const toPattern = (path: string): RegExp =>
  path.includes('.prototype.')
    ? new RegExp(`\\.${path.split('.').at(-1)}\\(`, 'g')
    : new RegExp(`\\b${path.replace('.', '\\.')}\\b(?! ?\`)`, 'g')

const findYounger = (sources: Sources): readonly string[] =>
  [...sources].flatMap(([file, code]) =>
    !OF_THE_APP.test(file) || isProof(file)
      ? []
      : YOUNGER.flatMap((path) =>
          [...code.matchAll(toPattern(path))].map(({ index }) => `${file}:${lineOf(code, index)} ${path}`),
        ),
  )

test('no source of the app calls a younger function', () => {
  const sources = readSources()
  expect([...sources.keys()].filter((file) => OF_THE_APP.test(file)).length).toBeGreaterThan(500)
  expect(findYounger(sources)).toEqual([])
})

test('each is found where it is called', () => {
  const code =
    'const a = Map.groupBy(all, of)\nconst b = Promise.withResolvers<void>()\nconst c = mine.isSubsetOf(yours)\n'
  expect(findYounger(new Map([['client/features/planted.ts', code]]))).toEqual([
    'client/features/planted.ts:1 Map.groupBy',
    'client/features/planted.ts:2 Promise.withResolvers',
    'client/features/planted.ts:3 Set.prototype.isSubsetOf',
  ])
})
