/** The story as rendered, without other people's cursors. */
import type { Page } from '@playwright/test'

export type ShownStory = { readonly text: string; readonly html: string }

export const readStory = (page: Page): Promise<ShownStory> =>
  page.locator('.story-text').evaluate((shown) => {
    const story = shown.cloneNode(true)
    if (!(story instanceof HTMLElement)) return { text: '', html: '' }
    for (const extra of story.querySelectorAll('.caret, .ProseMirror-separator, .ProseMirror-trailingBreak'))
      extra.remove()
    for (const selection of story.querySelectorAll('.caret-selection')) selection.replaceWith(...selection.childNodes)
    story.normalize()
    return { text: [...story.children].map((block) => block.textContent).join('\n'), html: story.innerHTML }
  })
