import { expect, test } from 'vitest'
import { chooseVoice, toSentences } from './use-speech.ts'

const voice = (language: string, isLocal = true) => ({ name: language, language, isLocal })

test('the voice is on this device, of the reader’s country or else the language, and never remote', () => {
  const all = [voice('nl-BE'), voice('nl_NL'), voice('en-GB'), voice('nl-NL', false)]
  expect(chooseVoice(all, 'nl-NL')?.name).toBe('nl_NL')
  expect(chooseVoice([voice('nl-BE'), voice('nl-NL', false)], 'nl-NL')?.name).toBe('nl-BE')
  expect(chooseVoice([voice('nl-NL', false), voice('en-GB')], 'nl-NL')).toBeNull()
})

test('long texts are spoken in pieces, cut at the end of a sentence or else between words', () => {
  expect(toSentences('Ik woon hier. Dat is fijn!\nOf niet? …')).toEqual(['Ik woon hier.', 'Dat is fijn!', 'Of niet?'])
  const long = toSentences('woord '.repeat(100))
  expect(long.length).toBeGreaterThan(2)
  expect(long.every((piece) => piece.length <= 200)).toBe(true)
  expect(long.join(' ')).toBe('woord '.repeat(100).trim())
  expect(toSentences('x'.repeat(450)).map(({ length }) => length)).toEqual([200, 200, 50])
})
