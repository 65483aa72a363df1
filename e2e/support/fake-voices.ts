/** Voices for a headless browser, which has none: speech is recorded, and lasts until a test ends it. */
import type { Page } from '@playwright/test'

type Saying = { readonly text: string; readonly voice: string | null }
type WithVoices = { readonly said: Saying[]; isTalking(): boolean; endSentence(): void }

/**
 * To be called before the page loads. `Verre stem` is a remote voice, and comes first. Returns what was spoken so far, a
 * sentence or `null` for silence: a page that is being left can no longer be asked.
 */
export const giveVoices = async (page: Page): Promise<readonly (string | null)[]> => {
  const heard: (string | null)[] = []
  await page.exposeFunction('tellHeard', (text: string | null) => void heard.push(text))
  await page.addInitScript(() => {
    const { tellHeard } = window as unknown as { tellHeard(text: string | null): void }
    const voices = [
      { name: 'Verre stem', lang: 'nl-NL', localService: false },
      { name: 'Stem van dit toestel', lang: 'nl-NL', localService: true },
    ]
    class Utterance extends EventTarget {
      readonly text: string
      voice: { name: string } | null = null
      lang = ''
      constructor(text: string) {
        super()
        this.text = text
      }
    }
    let now: Utterance | null = null
    const said: { text: string; voice: string | null }[] = []
    const finish = (how: 'end' | 'error'): void => {
      const last = now
      now = null
      last?.dispatchEvent(new Event(how))
    }
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak(utterance: Utterance) {
        now = utterance
        said.push({ text: utterance.text, voice: utterance.voice?.name ?? null })
        tellHeard(utterance.text)
      },
      cancel() {
        if (now !== null) tellHeard(null)
        finish('error')
      },
    })
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
    Object.assign(window, { said, isTalking: () => now !== null, endSentence: () => finish('end') })
  })
  return heard
}

export const saidBy = (page: Page): Promise<readonly Saying[]> =>
  page.evaluate(() => (window as unknown as WithVoices).said)

export const endSentence = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as WithVoices).endSentence())

/** Asked after everything scheduled for now has happened. */
export const isTalking = (page: Page): Promise<boolean> =>
  page.evaluate(
    () => new Promise((resolve) => setTimeout(() => resolve((window as unknown as WithVoices).isTalking()), 0)),
  )
