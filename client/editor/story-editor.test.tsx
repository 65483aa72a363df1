import { cleanup, fireEvent, screen as page, within } from '@solidjs/testing-library'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createPlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { loadFixture, showStory } from '#testing/show-story.tsx'

afterEach(cleanup)

const unknownNode = (story: Y.XmlFragment) => story.insert(1, [new Y.XmlElement('callout')])
const unknownMark = (story: Y.XmlFragment) =>
  ((story.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { comment: { id: 'x' } })

describe.each([
  ['node', unknownNode],
  ['mark', unknownMark],
])('an unknown %s', (_, spoil) => {
  test('at load changes no byte of the story, which is shown as text', async () => {
    const doc = await loadFixture()
    spoil(storyOf(doc))
    const before = Y.encodeStateAsUpdate(doc)
    const updates = vi.fn()
    doc.on('update', updates)
    const onOutdated = vi.fn()
    const { container, textbox } = showStory(doc, { onOutdated })
    expect(textbox()).toBeNull()
    expect(onOutdated).toHaveBeenCalledOnce()
    expect(container.textContent).toContain('word outdated')
    expect(container.textContent).toContain('Ik woon hier nu twee jaar')
    cleanup()
    expect(updates).not.toHaveBeenCalled()
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  test('on arrival changes no byte of the story, which is shown as text and kept up to date', async () => {
    const there = await loadFixture(createPlanDoc(2))
    const here = await loadFixture()
    const onOutdated = vi.fn()
    const { container, textbox } = showStory(here, { onOutdated })
    expect(textbox()).not.toBeNull()
    spoil(storyOf(there))
    const updates = vi.fn()
    here.on('update', updates)
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    expect(textbox()).toBeNull()
    expect(onOutdated).toHaveBeenCalledOnce()
    expect(container.textContent).toContain('word outdated')
    expect(updates).toHaveBeenCalledOnce() // the peer's own
    expect(Y.encodeStateAsUpdate(here)).toEqual(Y.encodeStateAsUpdate(there))
    storyOf(there).insert(0, [new Y.XmlText('later')])
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    expect(container.textContent).toContain('later')
    expect(Y.encodeStateAsUpdate(here)).toEqual(Y.encodeStateAsUpdate(there))
  })
})

describe('opening a story', () => {
  test('writes nothing, whether the story is full, empty or made of empty parts', async () => {
    const full = await loadFixture()
    const empty = createPlanDoc(1)
    const hollow = createPlanDoc(1)
    const list = new Y.XmlElement('bulletList')
    list.insert(0, [new Y.XmlElement('listItem'), new Y.XmlElement('listItem')])
    storyOf(hollow).insert(0, [list, new Y.XmlElement('orderedList'), new Y.XmlElement('paragraph')])
    for (const doc of [full, empty, hollow]) {
      const before = Y.encodeStateAsUpdate(doc)
      showStory(doc)
      cleanup()
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    }
  })

  test('shows its marks, and makes links harmless', async () => {
    const { container } = showStory(await loadFixture())
    expect(container.querySelector('h2')?.textContent).toBe('Wie ben ik')
    expect(container.querySelector('strong')?.textContent).toBe('twee jaar')
    const link = container.querySelector('a')
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow')
    expect(link?.getAttribute('href')).toBe('https://example.org/tuin')
  })

  test('shows a link to an unsafe address as plain text', async () => {
    const doc = await loadFixture()
    ;((storyOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { link: { href: 'javascript:alert(1)' } })
    const { container } = showStory(doc)
    expect(container.querySelectorAll('a')).toHaveLength(1)
    expect(container.innerHTML).not.toContain('javascript:')
  })

  test('labels it for screen readers', async () => {
    const { textbox } = showStory(await loadFixture())
    expect(textbox()?.getAttribute('aria-label')).toBe('word story')
    expect(textbox()?.getAttribute('aria-multiline')).toBe('true')
    expect(textbox()?.getAttribute('aria-readonly')).toBeNull()
  })

  test('shows the placeholder in an empty one only', async () => {
    expect(showStory(createPlanDoc(1)).textbox()?.className).toContain('story-text-empty')
    cleanup()
    expect(showStory(await loadFixture()).textbox()?.className).not.toContain('story-text-empty')
  })

  test('is read-only for a reader', async () => {
    const { textbox, container } = showStory(await loadFixture(), { editable: false })
    expect(textbox()?.getAttribute('contenteditable')).toBe('false')
    expect(textbox()?.getAttribute('aria-readonly')).toBe('true')
    expect(container.querySelector('[role=toolbar]')).toBeNull()
  })
})

const paragraph = (words: string) => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}
const tooMuch = (story: Y.XmlFragment) => story.push([paragraph('lang woord '.repeat(20_000))])
const ownerAt = (client: number) => (client === 2 ? { name: 'Wanda', colour: 1 } : null)

describe('more than an editor can draw', () => {
  test.each(['at load', 'on arrival'])(
    '%s: shown page by page, whose it is, and taken out with one tap; not drawn and not changed before',
    async (when) => {
      const [here, there] = [await loadFixture(), await loadFixture(createPlanDoc(2))]
      tooMuch(storyOf(there))
      const arrive = () => Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
      if (when === 'at load') arrive()
      const { container, textbox } = showStory(here, { ownerAt })
      if (when === 'on arrival') {
        const drawn = vi.spyOn(textbox()!.editor.view, 'updateState')
        arrive()
        expect(drawn).not.toHaveBeenCalled()
      }
      expect(textbox()).toBeNull()
      expect(Y.encodeStateAsUpdate(here)).toEqual(Y.encodeStateAsUpdate(there))
      expect(container.textContent).toContain('word tooMuch word tooMuchOf Wanda')
      expect(container.textContent).toContain('Ik woon hier nu twee jaar')
      const shown = () => container.querySelector('.story-text')?.textContent.length ?? 0
      const before = shown()
      expect(before).toBeLessThanOrEqual(20_000)
      fireEvent.click(page.getByRole('button', { name: /^word more/ }))
      expect(shown()).toBeGreaterThan(before + 15_000)
      fireEvent.click(page.getByRole('button', { name: 'word takeOutLarge' }))
      expect(textbox()?.textContent).toContain('Ik woon hier nu twee jaar')
      expect(textbox()?.textContent).not.toContain('lang woord')
    },
  )

  test('a reader can read it, and take nothing out', async () => {
    const doc = await loadFixture()
    tooMuch(storyOf(doc))
    const { container } = showStory(doc, { editable: false })
    expect(container.textContent).toContain('lang woord')
    expect(within(container).queryByRole('button', { name: 'word takeOutLarge' })).toBeNull()
  })

  test('one that is large and holds something unknown is read-only until both are out', async () => {
    const doc = await loadFixture()
    tooMuch(storyOf(doc))
    unknownNode(storyOf(doc))
    const { textbox } = showStory(doc)
    fireEvent.click(page.getByRole('button', { name: 'word takeOutLarge' }))
    expect(textbox()).toBeNull()
    fireEvent.click(page.getByRole('button', { name: 'word takeOut' }))
    expect(textbox()).not.toBeNull()
  })
})
