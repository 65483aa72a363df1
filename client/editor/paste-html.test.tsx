import { cleanup, within } from '@solidjs/testing-library'
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

/** As Word puts it on the clipboard. */
const wordItem = (sign: string, words: string, level = 1): string =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span></span><![endif]>${words}</p>`

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

  test.each([
    [
      'a table of a spreadsheet',
      '<meta charset="utf-8"><table dir="ltr" border="1"><tbody><tr><td>Naam</td><td>Telefoon</td></tr><tr><td>Ria</td><td>0612345678</td></tr></tbody></table>',
      'Naam · Telefoon\n\nRia · 0612345678',
    ],
    [
      'a table of a text program',
      '<table><tr><td><p class="x">Naam<o:p></o:p></p></td>\n<td><p>Telefoon</p></td></tr><tr><td><p>Ria</p></td><td></td></tr></table>',
      'Naam · Telefoon\n\nRia',
    ],
    [
      'a heading of a table',
      '<table><caption>Wie</caption><thead><tr><th>a</th><th>b</th></tr></thead><tfoot><tr><td>c</td></tr></tfoot></table>',
      'Wie\n\na · b\n\nc',
    ],
    [
      'cells with lines of their own',
      '<table><tr><td><p>a</p><p>b</p></td><td>c<br>d</td></tr></table>',
      'a\n\nb\n\nc\nd',
    ],
    [
      'lists of Word',
      wordItem('·&nbsp;&nbsp; ', 'Brood<o:p></o:p>') +
        '\r\n' +
        wordItem('o&nbsp; ', '<b>Melk</b>', 2) +
        '<p class=MsoNormal>En dan</p>' +
        wordItem('3.&nbsp; ', 'Bellen') +
        wordItem('4.&nbsp; ', 'Fietsen') +
        wordItem('a)', 'Naar huis', 2),
      '• Brood\n• Melk\n\nEn dan\n\n3. Bellen\n4. Fietsen\n5. Naar huis',
    ],
    ['a list in a cell', '<table><tr><td>a</td><td><ul><li>b</li><li>c</li></ul></td></tr></table>', 'a\n\n• b\n• c'],
    [
      'a table in a table',
      '<table><tr><td><table><tr><td>a</td></tr><tr><td>b</td></tr></table></td><td>c</td></tr></table>',
      'a\n\nb\n\nc',
    ],
    ['what can be folded', '<details><summary>a</summary>b</details>c', 'a\n\nb\n\nc'],
    ['an address', 'a<address>b</address>c', 'a\n\nb\n\nc'],
    ['a form', '<form>a<fieldset><legend>b</legend>c</fieldset></form>d', 'a\n\nb\n\nc\n\nd'],
    [
      'parts of a page',
      'a<main>b</main><nav>c</nav><center>d</center><hgroup>e</hgroup><search>f</search>',
      'a\n\nb\n\nc\n\nd\n\ne\n\nf',
    ],
    ['terms', '<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>', 'a\n\nb\n\nc'],
    ['lists of old', '<menu><li>a</li></menu><dir><li>b</li></dir>', '• a\n\n• b'],
    ['lines of a chat', '<span style="display: block">a</span><span style="display:flex">b</span>', 'a\n\nb'],
  ])('%s keeps its lines apart', (_, html, text) => {
    expect(readStoryText(paste(html).doc)).toBe(text)
  })

  test('an emoji that is a picture stays, and another picture is told of', () => {
    const { doc, container } = paste('<p>Tot zo <img alt="👋🏽" src="https://a.example/1.png"><img alt="🇳🇱"></p>')
    expect(readStoryText(doc)).toBe('Tot zo 👋🏽🇳🇱')
    expect(container.textContent).not.toContain('word noPictures')
    cleanup()
    const seen = paste('<p>a<img alt="De tuin" src="https://a.example/1.png"></p>')
    expect(readStoryText(seen.doc)).toBe('a')
    expect(within(seen.container).getByRole('status').textContent).toBe('word noPictures')
  })

  test.each(['handlePaste', 'handleDrop'] as const)('a picture alone is refused in words (%s)', (name) => {
    const { doc, editor, container } = paste('<p>a</p>')
    const give = (types: readonly string[], type: string): boolean => {
      const data = { files: [new File([], 'x', { type })], types, getData: () => '' }
      const event = Object.assign(new Event('paste', { cancelable: true }), { clipboardData: data, dataTransfer: data })
      const { view } = editor()
      const taken = view.someProp(name, (handle) =>
        (handle as (...all: unknown[]) => unknown)(view, event, null, false),
      )
      return taken === true && event.defaultPrevented
    }
    expect(give(['Files', 'text/plain'], 'image/png')).toBe(false) // cells, with a picture of them
    expect(give(['Files'], 'text/calendar')).toBe(false)
    expect(container.textContent).not.toContain('word noPictures')
    expect(give(['Files', 'text/html'], 'image/png')).toBe(true)
    expect(container.textContent).toContain('word noPictures')
    expect(readStoryText(doc)).toBe('a')
  })

  test('is read to the end, although its form has fields named like DOM properties', () => {
    const { doc } = paste(
      '<form><input name="childNodes"><input name="attributes"><input name="firstChild"><input name="nodeName"><img name="body" alt=""><p>still here</p></form>',
    )
    expect(readStoryText(doc)).toBe('still here')
  })
})
