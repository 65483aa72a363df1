import { expect, test } from 'vitest'
import { en } from './en.ts'
import { chooseLanguage, parseLanguage } from './languages.ts'
import { nl } from './nl.ts'
import { createPseudo, toPseudo } from './pseudo.ts'

const strings = (part: unknown, path: string): [string, string][] => {
  if (typeof part === 'string') return [[path, part]]
  if (typeof part === 'function' || part === null || typeof part !== 'object') return []
  return Object.entries(part).flatMap(([name, value]) => strings(value, `${path}.${name}`))
}

test('English has the same entries as Dutch, and none of them in Dutch', () => {
  const dutch = new Map(strings(nl, ''))
  const english = strings(en, '')
  expect(english.map(([path]) => path)).toEqual([...dutch.keys()])
  // Words that are the same in both languages.
  const same = english.filter(([path, text]) => text !== '' && dutch.get(path) === text).map(([path]) => path)
  expect(
    same.filter(
      (path) => !['.direction', '.story.editor.link', '.plan.overview', '.readAloud.short.stop'].includes(path),
    ),
  ).toEqual([])
})

test('every sentence can be heard without the screen, and none shouts or stops twice', () => {
  const wrong = /\b(?:hieronder|hierboven|hiernaast|below|above)\b|!|\.\./i
  expect([...strings(nl, 'nl'), ...strings(en, 'en')].filter(([, text]) => wrong.test(text))).toEqual([])
})

test('the pseudo language marks every text, also those of functions, and is longer', () => {
  const pseudo = createPseudo(nl)
  expect(
    strings(pseudo, '').filter(
      ([path, text]) => !text.startsWith('⟦') && !['.locale', '.direction'].includes(path) && text !== '',
    ),
  ).toEqual([])
  expect(pseudo.invite.ready.joined('Ans')).toMatch(/^⟦Áñs dö/)
  expect(toPseudo('Doe mee').length).toBeGreaterThan('Doe mee'.length * 1.3)
})

test("the browser's language if it is offered, otherwise Dutch", () => {
  expect(chooseLanguage(['pl-PL', 'en-GB', 'nl'])).toBe('en')
  expect(chooseLanguage(['ar', 'ti'])).toBe('nl')
  expect(parseLanguage('klingon')).toBeNull()
})
