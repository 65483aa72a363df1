/** The browser and the machine around a screen: clock, chance, clipboard, paper. One argument, so that a test brings its own. Types only. */
import type { Voices } from './speech.ts'

export type SharedLink = { readonly text: string; readonly url: string }

export type Platform = {
  /** "Weef", or what an organisation chose instead. */
  readonly appName: string
  /** ms since epoch; follows the clock in steps, so that what is shown stays true. */
  now(): number
  randomBytes(length: number): Uint8Array
  readonly userAgent: string
  /** Opened from its own icon, not in a tab. */
  readonly installed: boolean
  /** The whole address that is open, with its fragment. */
  address(): string
  /** `false` when the browser refused. */
  copyText(text: string): Promise<boolean>
  /** The share sheet of the system; `null` where there is none. */
  readonly share: ((link: SharedLink) => Promise<void>) | null
  saveFile(file: { readonly name: string; readonly type: string; readonly text: string }): void
  print(): void
  /** The browser's own voices; `null` where it cannot talk. */
  readonly speech: Voices | null
  reload(): void
}
