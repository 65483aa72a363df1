import { expect, test } from 'vitest'
import type { Detail } from './details.ts'
import { lostLetters } from './words-of.ts'

const passage = (field: string, before: string | null, after: string | null): Detail => {
  const paragraph = (text: string | null) => (text === null ? null : { id: field, blocks: [], text })
  return { form: 'passage', field, before: paragraph(before), after: paragraph(after), behind: [], alike: [] }
}

test('a paragraph that was parted, moved or joined has lost no words, also where that was inside one', () => {
  const parted = [passage('1', 'Ik woon hier al elf jaar.', 'Ik woon hier al'), passage('2', null, ' elf jaar.')]
  expect(lostLetters(parted)).toBe(0)
  expect(lostLetters([passage('1', 'Ik woon hier', 'Ik wo'), passage('2', null, 'on hier')])).toBe(0)
  const typedOnto = passage('1', 'Vroeger wanda0woonde ik', 'Vroeger wanda0')
  expect(lostLetters([typedOnto, passage('2', null, 'woonde ik')])).toBe(0)
  expect(lostLetters([passage('1', 'Ik wo', 'Ik woon hier'), passage('2', 'on hier', null)])).toBe(0)
  expect(lostLetters([passage('1', 'Ik woon hier', null), passage('2', null, 'Ik woon hier')])).toBe(0)
})

test('words in the place of others are lost, and so is the second of two that were the same', () => {
  expect(lostLetters([passage('1', 'Ik wil naar het koor', 'Ik wil naar de stad')])).toBe('hetkoor'.length)
  expect(lostLetters([passage('1', 'bakkerij bakkerij', 'bakker ij')])).toBe('bakkerij'.length)
  expect(lostLetters([passage('1', 'papa', 'pa')])).toBe('papa'.length)
  expect(lostLetters([{ form: 'text', field: 'why', before: 'nee nee', after: 'nee' }])).toBe('nee'.length)
})

test('where no spaces stand between words, a part of one that still stands is not lost', () => {
  const words = '我住在这里已经十一年了每个星期天我的姐姐都会打电话给我'
  expect(lostLetters([passage('1', words, words.slice(0, 10)), passage('2', null, words.slice(10))])).toBe(0)
  expect(lostLetters([passage('1', words, words.slice(0, 10))])).toBe(words.length - 10)
})
