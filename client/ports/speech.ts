/** Reading aloud, as the browser does it. Types only. */

/** One voice of the browser. `isLocal` is what the browser says of it (SpeechSynthesisVoice.localService). */
export type Voice = { readonly name: string; /** BCP 47 */ readonly language: string; readonly isLocal: boolean }

/** Talking as the browser does it. */
export type Voices = {
  /** Empty at first in most browsers: they load late. */
  all(): readonly Voice[]
  onChange(run: () => void): () => void
  /** Nobody looks any more: another tab, a locked phone. */
  onHidden(run: () => void): () => void
  /** Resolves when it has been said, or was stopped. */
  say(text: string, voice: Voice): Promise<void>
  stop(): void
}
