import { expect, test } from 'vitest'
import { readableIn } from './blind.ts'

const around = (bytes: Buffer): Buffer => Buffer.concat([Buffer.alloc(7, 1), bytes, Buffer.alloc(5, 2)])

test.each(['utf8', 'utf16le'] as const)('a word is found in %s, even without the rest of its text', (spelling) => {
  expect(readableIn(around(Buffer.from('verhuizing', spelling)), ['Mijn verhuizing, vandaag'])).toEqual(['verhuizing'])
})

test('a word is found in UTF-16 of either byte order', () => {
  expect(readableIn(around(Buffer.from('verhuizing', 'utf16le').swap16()), ['verhuizing'])).toEqual(['verhuizing'])
})

test('short words are only searched for as part of their text', () => {
  expect(readableIn(around(Buffer.from('in de zon en ik')), ['ik en de maan'])).toEqual([])
  expect(readableIn(around(Buffer.from('ik en de maan')), ['ik en de maan'])).toEqual(['ik en de maan'])
})
