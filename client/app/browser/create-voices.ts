/** The voices of this browser. Which of them may be used is decided in reactive/use-speech.ts. */
import type { Voice, Voices } from '#ports/speech.ts'

/** `null` where the browser has no speech synthesis. */
export const createVoices = (): Voices | null => {
  if (!('speechSynthesis' in window)) return null
  const synthesis = window.speechSynthesis
  const found = (): readonly SpeechSynthesisVoice[] => synthesis.getVoices()
  window.addEventListener('pagehide', () => synthesis.cancel())
  return {
    all: () => found().map(toVoice),
    onChange(run) {
      synthesis.addEventListener('voiceschanged', run)
      return () => synthesis.removeEventListener('voiceschanged', run)
    },
    onHidden(run) {
      const onVisibility = (): void => {
        if (document.visibilityState === 'hidden') run()
      }
      document.addEventListener('visibilitychange', onVisibility)
      window.addEventListener('pagehide', run)
      return () => {
        document.removeEventListener('visibilitychange', onVisibility)
        window.removeEventListener('pagehide', run)
      }
    },
    say: (text, voice) =>
      new Promise((resolve) => {
        if (document.documentElement.matches('[data-left], [data-locked]')) return // no voice behind a blank page
        const own = found().find((other) => other.localService && other.name === voice.name)
        if (own === undefined) return resolve()
        const utterance = new SpeechSynthesisUtterance(text)
        utterance.voice = own // otherwise a browser may choose a remote voice
        utterance.lang = own.lang
        utterance.addEventListener('end', () => resolve())
        utterance.addEventListener('error', () => resolve())
        synthesis.speak(utterance)
      }),
    stop: () => synthesis.cancel(),
  }
}

const toVoice = ({ name, lang, localService }: SpeechSynthesisVoice): Voice => ({
  name,
  language: lang,
  isLocal: localService,
})
