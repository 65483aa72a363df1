import { createRenderEffect, createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import type { Language, Layer } from '#copy/languages.ts'
import { loadCopy, type Words } from '#copy/load-copy.ts'
import { en } from '#copy/en.ts'
import { createWords } from './create-words.ts'

/** What is asked for, of which all but the first layer waits until `answer` is called. */
const slowly = () => {
  const asked: string[] = []
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  const load = async (language: Language, layer: Layer): Promise<Words> => {
    asked.push(`${language} ${layer}`)
    if (layer !== 'first') await answered
    return loadCopy(language, layer)
  }
  return { asked, load, answer }
}
const NOWHERE = { getItem: () => null, setItem: () => {} }

test('before the first screen a reader waits for its words alone, and those of a plan come once they are asked for', async () => {
  const { asked, load, answer } = slowly()
  const words = await createWords(NOWHERE, ['en'], { lang: '', dir: '' }, load)
  expect([asked, words.has('plan'), Object.keys(words.copy()).includes('wheel')]).toEqual([['en first'], false, false])
  const plan = words.fetch('plan')
  await expect.poll(() => asked).toContain('en plan')
  answer()
  await plan
  expect([words.has('plan'), words.has('more'), Object.keys(words.copy())]).toEqual([true, false, expect.arrayContaining(['wheel'])]) // prettier-ignore
})

test('words that come later run through nothing that is shown, and another language through all of it', async () => {
  const words = await createWords(NOWHERE, ['nl'], { lang: '', dir: '' })
  const said: string[] = []
  const end = createRoot((dispose) => (createRenderEffect(() => void said.push(words.copy().languageName)), dispose))
  await words.fetch('more')
  expect(said).toEqual(['Nederlands'])
  words.setLanguage('en')
  await expect.poll(() => said).toEqual(['Nederlands', 'English'])
  end()
})

test('words that are fetched while another language is chosen come in that one', async () => {
  const { asked, load, answer } = slowly()
  const words = await createWords(NOWHERE, ['nl'], { lang: '', dir: '' }, load)
  const plan = words.fetch('plan')
  words.setLanguage('en')
  await expect.poll(() => asked).toContain('en plan')
  answer()
  await plan
  const open: unknown = Reflect.get(words.copy(), 'open')
  expect([words.language(), words.has('plan'), open]).toEqual(['en', true, expect.objectContaining({ title: en.open.title })]) // prettier-ignore
})

test('a language whose words cannot be fetched leaves everything as it is, and so do words', async () => {
  let isThere = true
  const load = async (language: Language, layer: Layer): Promise<Words> => {
    if (!isThere) throw new TypeError('Failed to fetch.')
    return loadCopy(language, layer)
  }
  const words = await createWords(NOWHERE, ['nl'], { lang: '', dir: '' }, load)
  isThere = false
  await expect(words.fetch('more')).rejects.toThrow('Failed to fetch.')
  isThere = true
  await words.fetch('plan')
  expect([words.has('plan'), words.has('more'), words.language()]).toEqual([true, false, 'nl'])
})

test('the last language chosen stands, also when the words of an earlier choice come later', async () => {
  const root = { lang: '', dir: '' }
  const stored = new Map<string, string>()
  const store = { getItem: () => null, setItem: (key: string, text: string) => void stored.set(key, text) }
  const waiting: (() => void)[] = []
  const load = async (language: Language, layer: Layer): Promise<Words> => {
    if (language === 'en') await new Promise<void>((resolve) => void waiting.push(resolve))
    return loadCopy(language, layer)
  }
  const words = await createWords(store, ['nl'], root, load)
  words.setLanguage('en')
  words.setLanguage('nl')
  await expect.poll(() => stored.get('language')).toBe('nl')
  for (const resolve of waiting) resolve()
  await loadCopy('en', 'first')
  await Promise.resolve()
  expect([words.language(), words.chosen(), root.lang, stored.get('language')]).toEqual(['nl', 'nl', 'nl', 'nl'])
})

test('whoever cannot have the first words of their language begins in Dutch, and keeps their choice', async () => {
  const store = { getItem: () => 'en', setItem: () => expect.unreachable() }
  const words = await createWords(store, [], { lang: '', dir: '' }, async (language, layer) => {
    if (language === 'en') throw new TypeError('Failed to fetch.')
    return loadCopy(language, layer)
  })
  expect([words.language(), words.chosen()]).toEqual(['nl', 'en'])
  await words.fetch('plan')
  expect(words.has('plan')).toBe(true)
})
