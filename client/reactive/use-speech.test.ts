import { expect, test } from 'vitest'
import { chooseVoice } from './use-speech.ts'

const voice = (language: string, isLocal = true) => ({ name: language, language, isLocal })

test('the voice is on this device, of the reader’s country or else the language, and never remote', () => {
  const all = [voice('nl-BE'), voice('nl_NL'), voice('en-GB'), voice('nl-NL', false)]
  expect(chooseVoice(all, 'nl-NL')?.name).toBe('nl_NL')
  expect(chooseVoice([voice('nl-BE'), voice('nl-NL', false)], 'nl-NL')?.name).toBe('nl-BE')
  expect(chooseVoice([voice('nl-NL', false), voice('en-GB')], 'nl-NL')).toBeNull()
})
