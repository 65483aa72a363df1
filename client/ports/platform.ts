/**
 * The browser and the machine around a screen: clock, randomness, clipboard, paper. One argument, so that a test passes its
 * own. Types only.
 */
import type { Drawing } from './drawing.ts'
import type { Voices } from './speech.ts'

export type SharedLink = { readonly text: string; readonly url: string }

export type Platform = {
  /** "Weef", or the name that an organisation chose instead. */
  readonly appName: string
  /** ms since epoch: the relay's time as far as this device has heard it, always exact. Reactive in steps, so that shown times stay true. */
  now(): number
  randomBytes(length: number): Uint8Array
  readonly userAgent: string
  /** Opened as an installed app, not in a tab. */
  readonly installed: boolean
  /** Asks the browser's own question whether to install the app; `null` where it has none. Reactive. */
  askToInstall(): (() => void) | null
  /** The complete current address, with its fragment. */
  address(): string
  /** `false` when the browser refused. */
  copyText(text: string): Promise<boolean>
  /** The system's share sheet; `null` where there is none. */
  readonly share: ((link: SharedLink) => Promise<void>) | null
  saveFile(file: { readonly name: string; readonly type: string; readonly text: string }): void
  /** The same for bytes of any kind. */
  saveBytes(file: { readonly name: string; readonly bytes: Blob }): void
  /** The same for a drawing, as a picture; the ending of its name follows from what the browser can make. */
  savePicture(picture: { readonly name: string; readonly drawing: Drawing }): Promise<void>
  print(): void
  /** The browser's voices; `null` where it has no speech synthesis. */
  readonly speech: Voices | null
  reload(): void
  /** The key card that an address brought, taken out of the address already. Reactive. */
  incomingCard(): string | null
  forgetIncomingCard(): void
}
