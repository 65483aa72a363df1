/** The controls of a screen that change something: all but reading aloud, which every block has. */
import { nl } from '#copy/nl.ts'

export const withoutReadAloud = (buttons: readonly HTMLElement[]): readonly HTMLElement[] =>
  buttons.filter((button) => !button.getAttribute('aria-label')?.startsWith(nl.readAloud.of(nl.readAloud.start, '')))

/** Opens what is folded away, as a tap on its title does in a browser. */
export const unfold = (folded: HTMLElement): void => {
  if (!(folded instanceof HTMLDetailsElement)) throw new Error('This is no fold.')
  folded.open = true
  folded.dispatchEvent(new Event('toggle'))
}
