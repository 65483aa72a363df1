/** A part and its words are fetched side by side, and a fault in either is one of the screen. */
import { cleanup, render, screen } from '@solidjs/testing-library'
import { ErrorBoundary, Suspense } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { createWords } from '#app/browser/create-words.ts'
import type { Language, Layer } from '#copy/languages.ts'
import { loadCopy, type Words } from '#copy/load-copy.ts'
import { LanguageContext } from './use-language.ts'
import { usePlanCopy } from './use-plan-copy.ts'
import { lazyWithWords } from './with-words.tsx'

afterEach(cleanup)

const show = async (answer: (words: Words) => Promise<Words>) => {
  const asked: string[] = []
  const load = async (language: Language, layer: Layer): Promise<Words> => {
    asked.push(layer)
    const words = await loadCopy(language, layer)
    return layer === 'first' ? words : answer(words)
  }
  const words = await createWords({ getItem: () => 'en', setItem: () => {} }, [], { lang: '', dir: '' }, load)
  const Part = lazyWithWords('plan', async () => {
    asked.push('part')
    return () => <p>{usePlanCopy()().open.title}</p>
  })
  const begin = () =>
    render(() => (
      <LanguageContext.Provider value={words}>
        <ErrorBoundary fallback={<p>broken</p>}>
          <Suspense fallback={<p>wait</p>}>
            <Part />
          </Suspense>
        </ErrorBoundary>
      </LanguageContext.Provider>
    ))
  return { asked, begin, Part }
}

test('both are asked for at once, and nothing is shown before both are here', async () => {
  const { promise, resolve: come } = Promise.withResolvers<void>()
  const { asked, begin } = await show(async (words) => (await promise, words))
  begin()
  await expect.poll(() => asked).toEqual(['first', 'part', 'first', 'plan'])
  expect(screen.getByText('wait')).toBeTruthy()
  come()
  expect(await screen.findByText('I have an invitation')).toBeTruthy()
})

test('words that cannot be fetched are a fault of the screen', async () => {
  const { begin } = await show(() => Promise.reject(new TypeError('Failed to fetch.')))
  begin()
  expect(await screen.findByText('broken')).toBeTruthy()
})

test('the router can begin with a part before it is shown', async () => {
  const { asked, begin, Part } = await show(async (words) => words)
  await Part.preload()
  begin()
  expect(await screen.findByText('I have an invitation')).toBeTruthy()
  expect(asked.filter((one) => one === 'part')).toHaveLength(1)
})
