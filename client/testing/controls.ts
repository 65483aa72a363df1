/** What a screen offers to change something with: reading aloud, which is everywhere, changes nothing. */
import { nl } from '#copy/nl.ts'

export const withoutReadAloud = (buttons: readonly HTMLElement[]): readonly HTMLElement[] =>
  buttons.filter((button) => button.textContent?.trim() !== nl.readAloud.start)
