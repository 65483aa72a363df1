import { cleanup } from '@solidjs/testing-library'
import { afterEach, describe, expect, test } from 'vitest'
import { createPlanDoc } from '#domain/document/plan-doc.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { findHarm } from '#testing/find-harm.ts'
import { ADDRESSES, MARKUP } from '#testing/hostile-words.ts'
import { showStory } from '#testing/show-story.tsx'
import { cleanPaste } from './paste-html.ts'

afterEach(cleanup)

const paste = (html: string) => {
  const doc = createPlanDoc(1)
  const { editor, container } = showStory(doc)
  editor().view.pasteHTML(html, new Event('paste') as ClipboardEvent) // jsdom has no clipboard events of its own
  return { doc, editor, container }
}

describe('pasted content', () => {
  test.each(MARKUP)('%s runs nothing and loads nothing', (html) => {
    for (const pasted of [html, `<p>before</p>${html}<p>after</p>`]) {
      const { container } = paste(pasted)
      expect(findHarm(container)).toEqual([])
      expect(window).not.toHaveProperty('harmed')
      cleanup()
    }
  })

  test.each(ADDRESSES)('a link to "%s" becomes plain text', (address) => {
    const link = document.createElement('a')
    link.setAttribute('href', address)
    link.textContent = 'words'
    const { container, editor } = paste(link.outerHTML)
    expect(container.querySelector('a')).toBeNull()
    expect(editor().getText()).toBe('words')
  })

  test('keeps its words and their order, and a copy from the editor keeps its slice', () => {
    const { doc } = paste(
      '<main><h1>a</h1><x-y>b &lt;b&gt; &amp; c</x-y><ol start="3"><li>d</li></ol><script>e</script></main>',
    )
    expect(readStoryText(doc)).toBe('a\n\nb <b> & c\n\n3. d')
    expect(cleanPaste('<p data-pm-slice="1 1 []" class="x"><a href="https://a.example?b=1&amp;c">x</a><br>')).toBe(
      '<p data-pm-slice="1 1 []"><a href="https://a.example?b=1&amp;c">x</a><br></p>',
    )
  })

  test('is read to the end, although its form has fields named like DOM properties', () => {
    const { doc } = paste(
      '<form><input name="childNodes"><input name="attributes"><input name="firstChild"><p>still here</p></form>',
    )
    expect(readStoryText(doc)).toBe('still here')
  })
})
