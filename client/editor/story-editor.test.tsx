import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import type { Editor } from '@tiptap/core'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createPlanDoc, type PlanDoc, storyOf } from '#domain/plan-doc.ts'
import { readStoryText } from '#domain/story-text.ts'
import type { StoryEditorLabels } from './labels.ts'
import { StoryEditor } from './story-editor.tsx'

const NAMES = [
  ...[
    'story',
    'placeholder',
    'toolbar',
    'bold',
    'italic',
    'heading',
    'bulletList',
    'orderedList',
    'link',
    'linkAddress',
  ],
  ...['linkAdd', 'linkRemove', 'linkWrong', 'cancel', 'undo', 'redo', 'tooLarge', 'large', 'outdated'],
]
const LABELS = Object.fromEntries(NAMES.map((name) => [name, `word ${name}`])) as StoryEditorLabels

const FIXTURE = join(import.meta.dirname, '../domain/fixtures/plan-r1.bin')
const loadFixture = async (doc: PlanDoc = createPlanDoc(1)): Promise<PlanDoc> => {
  Y.applyUpdate(doc, await readFile(FIXTURE))
  return doc
}

const awarenesses: Awareness[] = []
afterEach(() => {
  cleanup()
  for (const awareness of awarenesses.splice(0)) awareness.destroy()
})

const show = (doc: PlanDoc, { editable = true, onOutdated = () => {} } = {}) => {
  const awareness = new Awareness(doc)
  awarenesses.push(awareness)
  const [me, setMe] = createSignal({ name: 'Ines', colour: 4 })
  const shown = render(() => (
    <StoryEditor
      doc={doc}
      awareness={awareness}
      editable={editable}
      me={me()}
      labels={LABELS}
      onOutdated={onOutdated}
    />
  ))
  const textbox = () => shown.container.querySelector<HTMLElement & { editor: Editor }>('[role=textbox]')
  return { ...shown, awareness, textbox, editor: () => textbox()!.editor, setMe }
}

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
    const { container, textbox } = show(doc, { onOutdated })
    expect(textbox()).toBeNull()
    expect(onOutdated).toHaveBeenCalledOnce()
    expect(container.textContent).toContain('word outdated')
    expect(container.textContent).toContain('Ik woon hier nu twee jaar')
    cleanup()
    expect(updates).not.toHaveBeenCalled()
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  test('on arrival changes no byte of the story, which is shown as text and followed', async () => {
    const there = await loadFixture(createPlanDoc(2))
    const here = await loadFixture()
    const onOutdated = vi.fn()
    const { container, textbox } = show(here, { onOutdated })
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
  test('writes nothing, whether it is full, empty or full of empty things', async () => {
    const full = await loadFixture()
    const empty = createPlanDoc(1)
    const hollow = createPlanDoc(1)
    const list = new Y.XmlElement('bulletList')
    list.insert(0, [new Y.XmlElement('listItem'), new Y.XmlElement('listItem')])
    storyOf(hollow).insert(0, [list, new Y.XmlElement('orderedList'), new Y.XmlElement('paragraph')])
    for (const doc of [full, empty, hollow]) {
      const before = Y.encodeStateAsUpdate(doc)
      show(doc)
      cleanup()
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    }
  })

  test('shows it with its marks, and a link that can do no harm', async () => {
    const { container } = show(await loadFixture())
    expect(container.querySelector('h2')?.textContent).toBe('Wie ben ik')
    expect(container.querySelector('strong')?.textContent).toBe('twee jaar')
    const link = container.querySelector('a')
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow')
    expect(link?.getAttribute('href')).toBe('https://example.org/tuin')
  })

  test('draws a link that leads nowhere safe as plain text', async () => {
    const doc = await loadFixture()
    ;((storyOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { link: { href: 'javascript:alert(1)' } })
    const { container } = show(doc)
    expect(container.querySelectorAll('a')).toHaveLength(1)
    expect(container.innerHTML).not.toContain('javascript:')
  })

  test('tells a screen reader what it is', async () => {
    const { textbox } = show(await loadFixture())
    expect(textbox()?.getAttribute('aria-label')).toBe('word story')
    expect(textbox()?.getAttribute('aria-multiline')).toBe('true')
    expect(textbox()?.getAttribute('aria-readonly')).toBeNull()
  })

  test('gives an empty one an example, a full one none', async () => {
    expect(show(createPlanDoc(1)).textbox()?.className).toContain('story-text-empty')
    cleanup()
    expect(show(await loadFixture()).textbox()?.className).not.toContain('story-text-empty')
  })

  test('lets a reader read', async () => {
    const { textbox, container } = show(await loadFixture(), { editable: false })
    expect(textbox()?.getAttribute('contenteditable')).toBe('false')
    expect(textbox()?.getAttribute('aria-readonly')).toBe('true')
    expect(container.querySelector('[role=toolbar]')).toBeNull()
  })
})

describe('writing', () => {
  test('goes to the shared document, and only what I wrote is undone', async () => {
    const there = await loadFixture(createPlanDoc(2))
    const here = await loadFixture()
    const { editor } = show(here)
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

  test('a button in an empty story makes the place it needs', () => {
    const doc = createPlanDoc(1)
    const { editor } = show(doc)
    fireEvent.click(screen.getByRole('button', { name: 'word bulletList' }))
    editor().commands.insertContent('moestuin')
    expect(readStoryText(doc)).toBe('• moestuin')
  })

  test('every button does its work, and what it writes is known to the gate', () => {
    const doc = createPlanDoc(1)
    const { editor, textbox } = show(doc)
    const press = (name: string) => fireEvent.click(screen.getByRole('button', { name: `word ${name}` }))
    const isPressed = (name: string) =>
      screen.getByRole('button', { name: `word ${name}` }).getAttribute('aria-pressed')
    for (const [action, html] of [
      ['bold', '<p><strong>tekst</strong></p>'],
      ['italic', '<p><em>tekst</em></p>'],
      ['heading', '<h2>tekst</h2>'],
      ['bulletList', '<ul><li><p>tekst</p></li></ul>'],
      ['orderedList', '<ol><li><p>tekst</p></li></ol>'],
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

  test('the toolbar is one stop for the Tab key, and arrow keys go along it', async () => {
    show(await loadFixture())
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
    const { editor } = show(doc)
    editor().chain().selectAll().deleteSelection().run()
    expect(
      storyOf(doc)
        .toArray()
        .map((child) => (child as Y.XmlElement).nodeName),
    ).toEqual(['paragraph'])
    editor().commands.undo()
    expect(readStoryText(doc)).toContain('Ik woon hier nu twee jaar')
  })

  test('what would make the story too large is refused whole, and said', async () => {
    const doc = await loadFixture()
    const before = readStoryText(doc)
    const { editor, container } = show(doc)
    editor().commands.insertContentAt(1, 'x'.repeat(1_000_001))
    await Promise.resolve()
    expect(readStoryText(doc)).toBe(before)
    expect(container.textContent).toContain('word tooLarge')
  })

  test('a plan that has become large is said to be', async () => {
    const doc = await loadFixture()
    const { editor, container } = show(doc)
    for (let part = 0; part < 3; part += 1) editor().commands.insertContentAt(1, 'x'.repeat(300_000))
    expect(container.textContent).not.toContain('word large')
    doc.getMap('values').set('a/b#1', 'x'.repeat(1_200_000))
    expect(container.textContent).toContain('word large')
  })

  test('what comes from elsewhere is brought back to what a story has', () => {
    const doc = createPlanDoc(1)
    const { editor, container } = show(doc)
    editor().view.pasteHTML(
      '<p>Eerst</p><h1 style="color:red" onclick="x()">Kop</h1><p class="MsoNormal"><span style="font-weight:bold">vet</span><img src="https://a.example/x.png"> <a href="javascript:x()">a</a> <a href="https://a.example" target="x" class="y">b</a></p><table><tr><td>cel</td></tr></table><script>x()</script><ul>los</ul>',
      new Event('paste') as ClipboardEvent, // jsdom has none of its own
    )
    expect(container.querySelector('.story-text')?.innerHTML).not.toMatch(
      /style=|onclick|<img|class="(?!story)|javascript|<script/,
    )
    expect(readStoryText(doc)).toBe('Eerst\n\nKop\n\nvet a b\n\ncel\n\n• los')
    expect(container.querySelector('h2')?.textContent).toBe('Kop')
    expect(container.querySelectorAll('a')).toHaveLength(1)
    expect(container.querySelector('strong')?.textContent).toBe('vet')
  })

  test('what was bold or italic by style stays so, and what only looks so does not', () => {
    const { editor } = show(createPlanDoc(1))
    editor().view.pasteHTML(
      `<style>p{color:red}</style><b style='font-weight:normal'><p>a <span style="color:red;font-style:italic">b</span><i style="font-style:normal">c</i> style="d" <span title='x'style=font-weight:700>e</span></p></b>`,
      new Event('paste') as ClipboardEvent,
    )
    expect(editor().getHTML()).toBe('<p>a <em>b</em>c style="d" <strong>e</strong></p>')
  })
})

describe('together', () => {
  /** Two people with the story open, who hear of each other when told. */
  const openTwice = async () => {
    const one = await loadFixture(createPlanDoc(1))
    const two = await loadFixture(createPlanDoc(2))
    const deliver = () => {
      Y.applyUpdate(two, Y.encodeStateAsUpdate(one, Y.encodeStateVector(two)))
      Y.applyUpdate(one, Y.encodeStateAsUpdate(two, Y.encodeStateVector(one)))
      Y.applyUpdate(two, Y.encodeStateAsUpdate(one, Y.encodeStateVector(two)))
    }
    return { one, two, here: show(one).editor(), there: show(two).editor(), deliver }
  }

  test('two who empty a list from two sides leave it empty, and nobody deletes it or crashes', async () => {
    const { one, two, here, there, deliver } = await openTwice()
    const list = (story: PlanDoc) => storyOf(story).get(2) as Y.XmlElement
    list(one).delete(0, 1)
    list(two).delete(1, 1)
    deliver()
    expect(list(one).toString()).toBe('<bulletlist></bulletlist>')
    expect(here.state.doc.child(2).childCount).toBe(0)
    expect(here.getHTML()).toBe(there.getHTML())
    expect(readStoryText(one)).toBe(readStoryText(two))
  })

  test('a name that somebody gives themself reaches the others; a hostile one is text', async () => {
    const doc = await loadFixture()
    const { container, awareness, setMe, editor } = show(doc)
    setMe({ name: 'Inès', colour: 2 })
    expect(awareness.getLocalState()).toMatchObject({ user: { name: 'Inès', colour: 2 } })
    const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(storyOf(doc), 1))
    const states: readonly [number, unknown][] = [
      [
        77,
        {
          user: { name: '<img src=x onerror=alert(1)>', colour: 3, color: 'url(x)' },
          cursor: { anchor: place, head: place },
        },
      ],
      [78, { user: { name: 'Zonder plek' }, cursor: { anchor: { type: 'x' }, head: null } }],
      [79, { user: 7, cursor: { anchor: {}, head: {} } }],
    ]
    for (const [client, state] of states) awareness.states.set(client, state as Record<string, unknown>)
    awareness.emit('change', [{ added: [77, 78, 79], updated: [], removed: [] }, 'remote'])
    await vi.waitFor(() => expect(container.querySelectorAll('.caret')).toHaveLength(1))
    expect(container.querySelector('.caret')?.className).toContain('caret-3')
    expect(container.querySelector('.caret-name')?.textContent).toBe('<img src=x onerror=alert(1)>')
    expect(container.querySelector('img[onerror]')).toBeNull()
    expect(() => editor().commands.insertContentAt(1, 'x')).not.toThrow()
  })
})
