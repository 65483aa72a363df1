import { expect, onTestFinished, test, vi } from 'vitest'
import { createVoices } from './create-voices.ts'

class Utterance extends EventTarget {
  text: string
  voice: { name: string } | null = null
  lang = ''
  constructor(text: string) {
    super()
    this.text = text
  }
}

const stub = () => {
  const spoken: Utterance[] = []
  const own = { name: 'Xander', lang: 'nl-NL', localService: true }
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => [{ ...own, localService: false }, own, { name: 'Verweg', lang: 'nl-NL', localService: false }],
    speak: (utterance: Utterance) => {
      spoken.push(utterance)
      utterance.dispatchEvent(new Event('end'))
    },
    cancel: vi.fn(),
  })
  vi.stubGlobal('speechSynthesis', synthesis)
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
  onTestFinished(() => {
    vi.unstubAllGlobals()
    document.documentElement.removeAttribute('data-left')
  })
  return { voices: createVoices()!, spoken, synthesis, own }
}
const ask = (name: string) => ({ name, language: 'nl-NL', isLocal: true })

test('it speaks with a local voice, even beside a remote one of the same name', async () => {
  const { voices, spoken, own } = stub()
  await voices.say('Goedemorgen', ask('Xander'))
  expect(spoken.map(({ text, voice, lang }) => [text, voice, lang])).toEqual([['Goedemorgen', own, 'nl-NL']])
})

test('a remote voice is never used', async () => {
  const { voices, spoken } = stub()
  await voices.say('Goedemorgen', ask('Verweg'))
  expect(spoken).toEqual([])
})

test('[product 10] after leaving fast nothing more is spoken', () => {
  const { voices, spoken, synthesis } = stub()
  document.documentElement.setAttribute('data-left', '')
  void voices.say('Goedemorgen', ask('Xander'))
  expect(spoken).toEqual([])
  window.dispatchEvent(new Event('pagehide'))
  expect(synthesis.cancel).toHaveBeenCalled()
})
