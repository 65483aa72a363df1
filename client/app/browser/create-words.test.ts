import { expect, test } from 'vitest'
import { type Language } from '#copy/languages.ts'
import { type Loaded, loadCopy } from '#copy/load-copy.ts'
import { createWords } from './create-words.ts'

test('the last language chosen stands, also when the words of an earlier choice come later', async () => {
  const root = { lang: '', dir: '' }
  const stored = new Map<string, string>()
  const store = { getItem: () => null, setItem: (key: string, text: string) => void stored.set(key, text) }
  const waiting: (() => void)[] = []
  const load = async (language: Language): Promise<Loaded> => {
    if (language === 'en') await new Promise<void>((resolve) => void waiting.push(resolve))
    return loadCopy(language)
  }
  const words = await createWords(store, ['nl'], root, load)
  words.setLanguage('en')
  words.setLanguage('nl')
  await expect.poll(() => stored.get('language')).toBe('nl')
  for (const resolve of waiting) resolve()
  await loadCopy('en')
  await Promise.resolve()
  expect([words.language(), words.chosen(), root.lang, stored.get('language')]).toEqual(['nl', 'nl', 'nl', 'nl'])
})
