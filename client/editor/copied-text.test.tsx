/** What people get who copy from the story into a chat, a mail or a record. */
import { cleanup } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { createPlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import type { Block } from '#domain/story/story.ts'
import { toElement } from '#domain/story/story-elements.ts'
import { showStory } from '#testing/show-story.tsx'

afterEach(cleanup)

const line = (text: string): Block => ({ name: 'paragraph', runs: [{ text, bold: false, italic: false, link: null }] })
const list = (ordered: boolean, start: number, ...items: readonly (readonly Block[])[]): Block => ({
  name: 'list',
  ordered,
  start,
  items,
})

/** Copies from the first of these words to the last. */
const copy = (blocks: readonly Block[], from: string, to: string = from): string => {
  const doc = createPlanDoc(1)
  storyOf(doc).insert(0, blocks.map(toElement))
  const { editor } = showStory(doc)
  const { view } = editor()
  const places = (word: string): readonly [number, number] => {
    let found = -1
    view.state.doc.descendants((node, at) => {
      const inside = node.text?.indexOf(word) ?? -1
      if (inside >= 0) found = at + inside
    })
    return [found, found + word.length]
  }
  editor().commands.setTextSelection({ from: places(from)[0], to: places(to)[1] })
  return view.serializeForClipboard(view.state.selection.content()).text
}

const STORY = [
  line('Vooraf'),
  list(true, 3, [line('eerst'), list(false, 1, [line('wit')], [line('zwart')])], [line('dan')], [line('ten slotte')]),
  line('Erna'),
]

test.each([
  ['everything', 'Vooraf', 'Erna', 'Vooraf\n\n3. eerst\n   • wit\n   • zwart\n4. dan\n5. ten slotte\n\nErna'],
  ['some points', 'dan', 'ten slotte', '4. dan\n5. ten slotte'],
  ['from a point on', 'ten slotte', 'Erna', '5. ten slotte\n\nErna'],
  ['half a point and the next', 'slotte', 'Erna', '5. slotte\n\nErna'],
  ['from a list within', 'zwart', 'dan', '3. • zwart\n4. dan'],
  ['within a list within', 'wit', 'zwart', '• wit\n• zwart'],
  ['words of one point', 'ten slotte', 'ten slotte', 'ten slotte'],
  ['words of a line', 'Vooraf', 'Vooraf', 'Vooraf'],
])('%s', (_, from, to, text) => {
  expect(copy(STORY, from, to)).toBe(text)
})

test('a line break stays one', () => {
  expect(copy([line('a\nb')], 'a', 'b')).toBe('a\nb')
})
