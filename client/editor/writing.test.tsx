import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createPlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { loadFixture, pressKey, showStory } from '#testing/show-story.tsx'

afterEach(cleanup)

const paragraphOf = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('writing', () => {
  test('goes to the shared document, and undo reverts only what I wrote', async () => {
    const there = await loadFixture(createPlanDoc(2))
    const here = await loadFixture()
    const { editor } = showStory(here)
    editor().commands.insertContentAt(1, 'mijn ')
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    ;((storyOf(there).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'hun ')
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    expect(readStoryText(here)).toMatch(/^hun mijn Wie ben ik/)
    fireEvent.click(screen.getByRole('button', { name: 'word undo' }))
    expect(readStoryText(here)).toMatch(/^hun Wie ben ik/)
    fireEvent.click(screen.getByRole('button', { name: 'word redo' }))
    expect(readStoryText(here)).toMatch(/^hun mijn Wie ben ik/)
  })

  test('a button in an empty story creates the paragraph that it needs', () => {
    const doc = createPlanDoc(1)
    const { editor } = showStory(doc)
    fireEvent.click(screen.getByRole('button', { name: 'word bulletList' }))
    editor().commands.insertContent('moestuin')
    expect(readStoryText(doc)).toBe('• moestuin')
  })

  test('every button has its effect, and the gate knows the result', () => {
    const doc = createPlanDoc(1)
    const { editor, textbox } = showStory(doc)
    const press = (name: string) => fireEvent.click(screen.getByRole('button', { name: `word ${name}` }))
    const isPressed = (name: string) =>
      screen.getByRole('button', { name: `word ${name}` }).getAttribute('aria-pressed')
    for (const [action, html] of [
      ['bold', '<p><strong>tekst</strong></p>'],
      ['italic', '<p><em>tekst</em></p>'],
      ['heading', '<h2>tekst</h2>'],
      ['bulletList', '<ul><li dir="auto"><p>tekst</p></li></ul>'],
      ['orderedList', '<ol><li dir="auto"><p>tekst</p></li></ol>'],
    ] as const) {
      editor().chain().clearContent().insertContent('tekst').selectAll().run()
      expect(isPressed(action)).toBe('false')
      press(action)
      expect(editor().getHTML()).toBe(html)
      expect(isPressed(action)).toBe('true')
      press(action)
      expect(editor().getHTML()).toBe('<p>tekst</p>')
    }
    press('link')
    const address = screen.getByRole('textbox', { name: 'word linkAddress' })
    fireEvent.input(address, { target: { value: 'javascript:alert(1)' } })
    fireEvent.click(screen.getByRole('button', { name: 'word linkAdd' }))
    expect(screen.getByRole('alert').textContent).toBe('word linkWrong')
    fireEvent.input(address, { target: { value: 'example.org' } })
    fireEvent.click(screen.getByRole('button', { name: 'word linkAdd' }))
    expect(editor().getHTML()).toContain('href="https://example.org"')
    press('link')
    fireEvent.click(screen.getByRole('button', { name: 'word linkRemove' }))
    expect(editor().getHTML()).toBe('<p>tekst</p>')
    expect(textbox()).not.toBeNull()
  })

  test('the toolbar is one stop for the Tab key, and arrow keys move within it', async () => {
    showStory(await loadFixture())
    const buttons = screen.getAllByRole('button')
    expect(buttons.map((button) => button.tabIndex)).toEqual([0, -1, -1, -1, -1, -1, -1, -1])
    buttons[0]!.focus()
    fireEvent.keyDown(buttons[0]!, { key: 'ArrowLeft' })
    expect(document.activeElement).toBe(buttons[7])
    fireEvent.keyDown(buttons[7]!, { key: 'Home' })
    fireEvent.keyDown(buttons[0]!, { key: 'ArrowRight' })
    expect(document.activeElement).toBe(buttons[1])
    expect(buttons.map((button) => button.tabIndex)).toEqual([-1, 0, -1, -1, -1, -1, -1, -1])
  })

  test('deleting everything leaves a place to write, and can be undone', async () => {
    const doc = await loadFixture()
    const { editor } = showStory(doc)
    editor().chain().selectAll().deleteSelection().run()
    expect(
      storyOf(doc)
        .toArray()
        .map((child) => (child as Y.XmlElement).nodeName),
    ).toEqual(['paragraph'])
    editor().commands.undo()
    expect(readStoryText(doc)).toContain('Ik woon hier nu twee jaar')
  })

  test('an edit that would make the story too large is refused as a whole, with a message', async () => {
    const doc = await loadFixture()
    const before = readStoryText(doc)
    const { editor, container } = showStory(doc)
    editor().commands.insertContentAt(1, 'x'.repeat(1_000_001))
    await Promise.resolve()
    expect(readStoryText(doc)).toBe(before)
    expect(container.textContent).toContain('word tooLarge')
  })

  test('what no phone could draw is refused as a whole too: one endless paragraph, or too many pieces', async () => {
    const doc = await loadFixture()
    const before = readStoryText(doc)
    const { editor } = showStory(doc)
    const pieces = (count: number) => Array.from({ length: count }, () => paragraphOf('x'))
    editor().commands.insertContentAt(1, 'x'.repeat(100_001))
    editor().commands.insertContentAt(0, pieces(16_000))
    expect(readStoryText(doc)).toBe(before)
    editor().commands.insertContentAt(0, pieces(100))
    expect(readStoryText(doc)).not.toBe(before)
  })

  test('a large plan is reported', async () => {
    const doc = await loadFixture()
    const { editor, container } = showStory(doc)
    for (let part = 0; part < 10; part += 1) editor().commands.insertContentAt(0, paragraphOf('x'.repeat(90_000)))
    expect(container.textContent).not.toContain('word large')
    doc.getMap('values').set('a/b#1', 'x'.repeat(1_200_000))
    expect(container.textContent).toContain('word large')
  })

  test('pasted content is reduced to what a story may contain', () => {
    const doc = createPlanDoc(1)
    const { editor, container } = showStory(doc)
    editor().view.pasteHTML(
      '<p>Eerst</p><h1 style="color:red" onclick="x()">Kop</h1><p class="MsoNormal"><span style="font-weight:bold">vet</span><img src="https://a.example/x.png"> <a href="javascript:x()">a</a> <a href="https://a.example" target="x" class="y">b</a></p><table><tr><td>cel</td></tr></table><script>x()</script><ul>los</ul>',
      new Event('paste') as ClipboardEvent, // jsdom has no clipboard events of its own
    )
    expect(container.querySelector('.story-text')?.innerHTML).not.toMatch(
      /style=|onclick|<img|class="(?!story)|javascript|<script/,
    )
    expect(readStoryText(doc)).toBe('Eerst\n\nKop\n\nvet a b\n\ncel\n\n• los')
    expect(container.querySelector('h2')?.textContent).toBe('Kop')
    expect(container.querySelectorAll('a')).toHaveLength(1)
    expect(container.querySelector('strong')?.textContent).toBe('vet')
  })

  test('bold or italic by style is kept, and a style that only looks so is not', () => {
    const { editor } = showStory(createPlanDoc(1))
    editor().view.pasteHTML(
      `<style>p{color:red}</style><b style='font-weight:normal'><p>a <span style="color:red;font-style:italic">b</span><i style="font-style:normal">c</i> style="d" <span title='x'style=font-weight:700>e</span></p></b>`,
      new Event('paste') as ClipboardEvent,
    )
    expect(editor().getHTML()).toBe('<p>a <em>b</em>c style="d" <strong>e</strong></p>')
  })

  test('what I empty stays writable: a list, an item with a list in it, everything', async () => {
    const doc = await loadFixture()
    const { editor } = showStory(doc)
    const cases = [
      [
        'everything of an item and the list in it',
        84,
        107,
        '<ul><li dir="auto"><p>!</p></li><li dir="auto"></li></ul>',
      ],
      [
        'the words of an item',
        84,
        95,
        '<ul><li dir="auto"><p>!</p><ol><li dir="auto"><p>moestuin</p></li></ol></li><li dir="auto"></li></ul>',
      ],
    ] as const
    for (const [, from, to, html] of cases) {
      editor().chain().setTextSelection({ from, to }).deleteSelection().run()
      editor().commands.insertContent('!')
      expect(editor().getHTML()).toContain(html)
      editor().commands.undo()
      expect(editor().getHTML()).toContain('buiten zijn')
    }
  })

  test('Enter over several parts replaces them and continues below', async () => {
    const { editor } = showStory(await loadFixture())
    editor().chain().setTextSelection({ from: 84, to: 107 }).run()
    pressKey(editor(), 'Enter')
    editor().commands.insertContent('!')
    expect(editor().getHTML()).toMatch(/<p>!<\/p>/)
  })

  test.each(['keydown', 'beforeinput', 'mouseup', 'copy', 'cut', 'paste'])(
    '%s acts where the cursor is, also before the browser has told that it moved',
    async (event) => {
      const { editor, textbox } = showStory(createPlanDoc(1))
      editor().commands.setContent('<p>een</p><p>twee</p>')
      editor().commands.setTextSelection(1)
      editor().view.focus()
      await new Promise((resolve) => setTimeout(resolve)) // jsdom, too, tells of it later
      document.getSelection()!.collapse(textbox()!.querySelector('p:last-child')!.firstChild, 4)
      expect(editor().state.selection.from).toBe(1)
      fireEvent(textbox()!, new Event(event))
      expect(editor().state.selection.from).toBe(10)
    },
  )
})
