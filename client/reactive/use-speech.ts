/**
 * Reads texts aloud in the reader's language, with a voice on this device. A remote voice is never used, because it would send
 * private words to its provider. This file knows nothing of what is on the screen.
 */
import { onCleanup } from 'solid-js'
import { useLanguage } from './use-language.ts'
import type { Voice, Voices } from '#ports/speech.ts'
import { usePlatform } from './use-platform.ts'

/** `hushed`: the page is hidden, so nobody should hear it. `not-fetched`: a part of the app cannot be had now. */
export type Said = 'said' | 'stopped' | 'hushed' | 'no-voice' | 'not-fetched'

export type Speech = { say(text: string): Promise<Said>; stop(): void }

/** The wait for voices, in ms: later ones never come, and after a longer wait a tap would seem to do nothing. */
export const VOICES_PATIENCE_MS = 2_000

/** The speech of a browser without speech synthesis: it reports no voice, as a browser without a local voice does. */
const MUTE: Speech = { say: async () => 'no-voice', stop() {} }

export const useSpeech = (): Speech => {
  const { speech: voices } = usePlatform()
  const { copy } = useLanguage()
  if (voices === null) return MUTE
  let turn = 0
  let hushed: number | null = null
  const stop = (): void => {
    turn += 1
    voices.stop()
  }
  onCleanup(stop)
  onCleanup(
    voices.onHidden(() => {
      hushed = turn
      stop()
    }),
  )
  return {
    stop,
    async say(text) {
      turn += 1
      const mine = turn
      const ended = (): Said => (mine === hushed ? 'hushed' : 'stopped')
      const { locale } = copy()
      const loading = import('./to-sentences.ts').catch(() => null) // behind the first screen
      const [voice, code] = [await findVoice(voices, locale), await loading]
      if (mine !== turn) return ended()
      if (voice === null) return 'no-voice'
      if (code === null) return 'not-fetched'
      for (const sentence of code.toSentences(text, locale)) {
        await voices.say(sentence, voice)
        if (mine !== turn) return ended()
      }
      return 'said'
    },
  }
}

const findVoice = async (voices: Voices, locale: string): Promise<Voice | null> => {
  if (chooseVoice(voices.all(), locale) === null) await whenChanged(voices, locale)
  return chooseVoice(voices.all(), locale)
}

const whenChanged = (voices: Voices, locale: string): Promise<void> =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(finish, VOICES_PATIENCE_MS)
    const stop = voices.onChange(() => {
      if (chooseVoice(voices.all(), locale) !== null) finish()
    })
  })

/** The voice of the reader's country if there is one, else of the language. Some browsers write `nl_NL`. */
export const chooseVoice = (all: readonly Voice[], locale: string): Voice | null => {
  const local = all.filter(({ isLocal }) => isLocal)
  const tagOf = ({ language }: Voice): string => language.replaceAll('_', '-').toLowerCase()
  const wanted = locale.toLowerCase()
  return (
    local.find((voice) => tagOf(voice) === wanted) ??
    local.find((voice) => tagOf(voice).split('-')[0] === wanted.split('-')[0]) ??
    null
  )
}
