/** Reading aloud, as the browser offers it. Types only. */

/** One voice of the browser. `isLocal` is the browser's claim (SpeechSynthesisVoice.localService). */
export type Voice = { readonly name: string; /** BCP 47 */ readonly language: string; readonly isLocal: boolean }

/** Speech synthesis, as the browser offers it. */
export type Voices = {
  /** Empty at first in most browsers: voices load late. */
  all(): readonly Voice[]
  onChange(run: () => void): () => void
  /** The page was hidden: another tab, a locked phone. */
  onHidden(run: () => void): () => void
  /** Resolves when the text has been spoken, or was stopped. */
  say(text: string, voice: Voice): Promise<void>
  stop(): void
}
