/** Where a voice takes breath: at the end of a sentence, and not at the full stop of something else. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { toSentences } from './to-sentences.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const CASES: readonly (readonly string[])[] = [
  ['Bel mw. De Vries a.s. dinsdag om 14.30 uur.', 'Het kost € 3.50.'],
  ['Op 3.11.2026 om 9.15 uur'],
  ['Kijk op www.mijngemeente.nl/wmo.aanvragen?x=1.', 'Mail naar a.b@mijn-gemeente.nl.', 'Bel daarna.'],
  ['Zie https://www.werk.nl/Start.Html en kom terug.'],
  ['J. de Vries en A.B. Jansen komen.', 'Dhr. Bakker ook.'],
  ['Het is bij St. Jan, d.w.z. Achter de kerk.'],
  ['Tel. 06.12.34.56.78, nr. 5.'],
  ['1. Bellen met Wanda.', 'Klaar.'],
  ['Ik woon hier.', 'Dat is fijn!', 'Of niet?!', 'Ja … echt.'],
  ['(Nee.)', '“Zeg het maar.”', 'Goed.'],
  ['Er is geen punt'],
]

describe.each(['nl-NL', 'en-GB'])('in %s', (locale) => {
  test.each(CASES)('%s', (...sentences) => {
    expect(toSentences(sentences.join(' '), locale)).toEqual(sentences)
  })
})

test('a browser without the segmenter cuts where a space follows', () => {
  vi.stubGlobal('Intl', { ...Intl })
  expect('Segmenter' in Intl).toBe(false)
  for (const sentences of CASES) expect(toSentences(sentences.join(' '), 'nl-NL')).toEqual(sentences)
})

test('a line ends a sentence, and what has no letters is not spoken', () => {
  expect(toSentences('een\ntwee dr.\nDrie. …', 'nl-NL')).toEqual(['een', 'twee dr.', 'Drie.'])
})

test('other scripts have their own ends', () => {
  expect(toSentences('كيف حالك؟ جيد.', 'nl-NL')).toEqual(['كيف حالك؟', 'جيد.'])
})

test('long sentences are cut between words', () => {
  const long = toSentences('woord '.repeat(100), 'nl-NL')
  expect(long.length).toBeGreaterThan(2)
  expect(long.every((piece) => piece.length <= 200)).toBe(true)
  expect(long.join(' ')).toBe('woord '.repeat(100).trim())
  expect(toSentences('x'.repeat(450), 'nl-NL').map(({ length }) => length)).toEqual([200, 200, 50])
})
