/** What people type when they look for somebody, on the keyboard that they have. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIn, foldText, toSearched } from './fold-text.ts'

test.each([
  ['Plan van Łukasz', 'lukasz'],
  ['Plan van Yıldız', 'yildiz'],
  ['Plan van İbrahim', 'ibrahim'],
  ['Plan van Søren', 'soren'],
  ['Đặng', 'dang'],
  ['Straße', 'strasse'],
  ['STRASSE', 'straße'],
  ['Zoë Özdemir', 'ozdemir'],
  ['Zoe\u0308', 'zoë'],
  ['Cœur', 'coeur'],
  ['Þóra', 'thora'],
  ['Əliyev', 'eliyev'],
  ['’s‑Hertogenbosch', "'s-hertogenbosch"],
  ["D'Angelo", 'd’angelo'],
  ['D’Angelo', 'dangelo'],
  ['Anne‑Marie', 'anne-marie'],
  ['Anne-Marie', 'annemarie'],
  ['Anne-Marie', 'anne marie'],
  ['Anne Marie', 'anne-marie'],
  ['Anne Marie', 'anne‑marie'],
  ['Arbeids\u00adongeschikt', 'arbeidsongeschikt'],
  ['\u2068Ans\u2069', 'ans'],
  ['Ｐｌａｎ １０', 'plan 10'],
  ['Plan ٣', 'plan 3'],
  ['Plan 3', 'plan ۳'],
  ['أحمد', 'احمد'],
  ['فاطمة', 'فاطمه'],
  ['مُحَمَّد', 'محمد'],
  ['علی', 'على'],
  ['مـــحمد', 'محمد'],
  ['مسؤول', 'مسوول'],
  ['کریم', 'كريم'],
  ['Ὀδυσσεύς', 'οδυσσευσ'],
  ['Ёлка', 'елка'],
])('%s is found by %s', (title, search) => {
  const folded = foldText(title)
  expect(toSearched(search).filter((word) => !folded.includes(word))).toEqual([])
})

test('a hyphen parts two words, but not a letter from one', () => {
  expect(toSearched('Anne-Marie e-mail')).toEqual(['anne', 'marie', 'email'])
})

test.each([
  ['Anna', 'hanna'],
  ['Bas', 'bos'],
  ['Ömer', 'amer'],
])('%s is not found by %s', (title, search) => {
  expect(toSearched(search).every((word) => foldText(title).includes(word))).toBe(false)
})

describe('a word is shown with what stands around it', () => {
  test('as it was written', () => {
    expect(findIn('Ik fiets met Łukasz naar zee.', ['lukasz'])).toEqual({
      before: 'Ik fiets met ',
      word: 'Łukasz',
      after: ' naar zee.',
    })
    expect(findIn('Van Ste’fan', ['stefan'])?.word).toBe('Ste’fan')
    expect(findIn('Grüße an alle', ['grusse'])?.word).toBe('Grüße')
    expect(findIn('niets', ['iets anders'])).toBeNull()
    expect(findIn('niets', [])).toBeNull()
  })
  test('cut between words', () => {
    const found = findIn(`${'woord '.repeat(40)}fiets ${'woord '.repeat(40)}`, ['fiets'])
    expect(found?.before).toMatch(/^… (?:woord )+$/)
    expect(found?.after).toMatch(/^(?: woord)+ …$/)
  })
  test('whatever the letters are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (text, search) => {
        const found = findIn(text, toSearched(search))
        if (found !== null) expect(text.toWellFormed()).toContain(found.word.toWellFormed())
      }),
    )
  })
})
