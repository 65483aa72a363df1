/** Silent voices that finish when a test says so; the spoken text can be read here. */
import type { Voice, Voices } from '#ports/speech.ts'

export const DUTCH: Voice = { name: 'Xander', language: 'nl-NL', isLocal: true }
export const REMOTE: Voice = { name: 'Google Nederlands', language: 'nl-NL', isLocal: false }

export const createFakeVoices = (first: readonly Voice[] = [DUTCH]) => {
  let all = first
  const listeners = new Set<() => void>()
  const hiding = new Set<() => void>()
  const said: { text: string; voice: string }[] = []
  let finish: (() => void) | null = null
  const end = (): void => {
    const now = finish
    finish = null
    now?.()
  }
  const voices: Voices = {
    all: () => all,
    onChange: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
    onHidden: (run) => {
      hiding.add(run)
      return () => hiding.delete(run)
    },
    say: (text, voice) =>
      new Promise((resolve) => {
        said.push({ text, voice: voice.name })
        finish = resolve
      }),
    stop: end,
  }
  return {
    voices,
    said,
    end,
    load(more: readonly Voice[]) {
      all = more
      for (const run of listeners) run()
    },
    hide() {
      for (const run of hiding) run()
    },
    isHeard: () => listeners.size > 0,
  }
}
