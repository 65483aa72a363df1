/**
 * A part of the app that is fetched when first shown goes through one place (client/reactive/lazy-part.ts): a screen that called
 * `lazy` itself would break for ever, and take the screen around it along, where its file cannot be had.
 */
import { expect, test } from 'vitest'
import { isProof, readSources, type Sources } from './sources.ts'

const LAZY = /import\s[^;]*?\blazy\b[^;]*?from 'solid-js'|\bSolid\.lazy\b/
const PLACE = 'client/reactive/lazy-part.ts'

const goingRound = (sources: Sources): readonly string[] =>
  [...sources].flatMap(([file, code]) => (file !== PLACE && !isProof(file) && LAZY.test(code) ? [file] : []))

test('no screen fetches a part of itself', () => {
  const sources = readSources()
  expect(goingRound(sources)).toEqual([])
  expect(LAZY.test(sources.get(PLACE) ?? '')).toBe(true)
})

test.each([
  `import { lazy } from 'solid-js'`,
  `import { createSignal, lazy, Show } from 'solid-js'`,
  `import {\n  type Component,\n  lazy,\n} from 'solid-js'`,
])('one that does is found: %s', (code) => {
  expect(goingRound(new Map([['client/features/planted.tsx', code]]))).toEqual(['client/features/planted.tsx'])
})
