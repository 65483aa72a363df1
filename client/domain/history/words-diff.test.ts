import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countLetters, diffWords, forReading } from './words-diff.ts'

const short = (before: string, after: string) =>
  diffWords(before, after).map(({ kind, text }) => `${{ kept: '=', gone: '-', come: '+' }[kind]}${text}`)

test('names the words that went and came, whole', () => {
  expect(short('ik wil vaker naar buiten', 'ik wil soms naar buiten')).toEqual([
    '=ik wil ',
    '-vaker',
    '+soms',
    '= naar buiten',
  ])
  expect(short('', 'nieuw')).toEqual(['+nieuw'])
  expect(short('weg', '')).toEqual(['-weg'])
  expect(short('zelfde', 'zelfde')).toEqual(['=zelfde'])
  expect(short('een twee drie vier', 'twee vier vijf')).toEqual(['-een ', '=twee ', '-drie ', '=vier', '+ vijf'])
})

test('both texts can be read from it, whatever they are', () => {
  const words = fc.array(fc.constantFrom('ik', 'wil', ' ', '  ', 'é', '👋', '.', 'naar', '\n'), { maxLength: 40 })
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, after] = [a.join(''), b.join('')]
      const stretches = diffWords(before, after)
      const read = (without: string) => stretches.flatMap(({ kind, text }) => (kind === without ? [] : text)).join('')
      expect([read('come'), read('gone')]).toEqual([before, after])
      const shown = forReading(stretches)
      const readShown = (without: string) => shown.flatMap(({ kind, text }) => (kind === without ? [] : text)).join('')
      expect([readShown('come'), readShown('gone')]).toEqual([before, after])
    }),
  )
})

test('a rewritten page and a very long text are one replacement each, at once', () => {
  const page = (word: string) => Array.from({ length: 3_000 }, (_, n) => `${word}${n}`).join(' ')
  const begun = performance.now()
  expect(diffWords(page('a'), page('b')).map(({ kind }) => kind)).toEqual(['gone', 'come'])
  expect(diffWords('x '.repeat(500_000), 'y '.repeat(500_000)).length).toBeLessThan(6)
  expect(performance.now() - begun).toBeLessThan(5_000)
})

test('counts letters, not spaces', () => {
  expect(countLetters(diffWords('een twee', 'een'))).toEqual({ gone: 4, come: 0 })
})

test('a word that stays by chance between two changes is read with them', () => {
  const shown = forReading(diffWords('Ik woon in Zwolle met mijn zoon', 'Wij slapen in Deventer met mijn zoon'))
  expect(shown.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'gone Ik woon in Zwolle',
    'come Wij slapen in Deventer',
    'kept  met mijn zoon',
  ])
})
