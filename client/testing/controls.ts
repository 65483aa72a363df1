/** The controls of a screen that change something: all but reading aloud, which every screen has. */
import { nl } from '#copy/nl.ts'

export const withoutReadAloud = (buttons: readonly HTMLElement[]): readonly HTMLElement[] =>
  buttons.filter((button) => button.textContent?.trim() !== nl.readAloud.start)
