/** Documents of a shape that no version of ours writes: nested without end, roots of another kind. Readers skip such content and never crash. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readCheckIns } from './wheel/check-ins.ts'
import { readContactCards } from './contact/contact.ts'
import { readConversations } from './conversations/conversations.ts'
import { addGoal, readGoals } from './goals/goals.ts'
import { createPlanDoc, storyOf } from './document/plan-doc.ts'
import { readTitles } from './plan/plan.ts'
import { readSections } from './plan/sections.ts'
import { readSteps } from './goals/steps.ts'
import { readPassages, toWrittenWords } from './story/story-authors.ts'
import { readStoryText } from './story/story-text.ts'
import { readStory } from './story/story.ts'
import { createPair, createPeer, meet } from './testing/peers.ts'
import { readWishes } from './goals/wishes.ts'

const READERS: readonly ((doc: Y.Doc) => unknown)[] = [
  readTitles,
  readStory,
  (doc) => readPassages(doc).map(({ letters }) => toWrittenWords(letters, String)),
  readStoryText,
  readWishes,
  readGoals,
  readSteps,
  readCheckIns,
  readContactCards,
  readConversations,
  readSections,
]

describe('nesting that no version of ours writes', () => {
  /** More nested levels than any stack can hold, as several entries could build them up. */
  const nest = (doc: Y.Doc, levels: number): void =>
    doc.transact(() => {
      let within: Y.XmlFragment = storyOf(doc)
      for (let level = 0; level < levels; level += 1) {
        const list = new Y.XmlElement('bulletList')
        within.insert(0, [list])
        within = list
      }
    })

  test('is read as deep as a story goes; deleting the outermost level crashes nobody', () => {
    const stranger = createPlanDoc(1)
    nest(stranger, 50_000)
    const here = createPlanDoc(2)
    Y.applyUpdate(here, Y.encodeStateAsUpdate(stranger))
    expect(JSON.stringify(readStory(here)).length).toBeLessThan(5_000)
    expect(readStoryText(here).length).toBeLessThan(1_000)
    const before = Y.encodeStateVector(here)
    storyOf(stranger).delete(0, 1)
    storyOf(stranger).insert(0, [new Y.XmlElement('paragraph')])
    Y.applyUpdate(here, Y.encodeStateAsUpdate(stranger, before))
    expect(storyOf(here).toJSON()).toBe('<paragraph></paragraph>')
    const later = createPlanDoc(3)
    Y.applyUpdate(later, Y.encodeStateAsUpdate(here))
    expect(storyOf(later).toJSON()).toBe('<paragraph></paragraph>')
    expect(later.store.pendingStructs).toBe(null)
  })

  test('deleting gives the same document as plain Yjs, also one level below an earlier deletion', () => {
    const [here, there] = createPair()
    const list = new Y.XmlElement('bulletList')
    const item = new Y.XmlElement('listItem')
    const words = new Y.XmlText('words')
    item.insert(0, [words])
    list.insert(0, [item, new Y.XmlElement('listItem')])
    list.setAttribute('start', '1')
    storyOf(here.doc).insert(0, [list])
    meet(here, there)
    words.delete(0, 2)
    list.delete(1, 1)
    storyOf(there.doc).delete(0, 1)
    meet(here, there)
    for (const { doc } of [here, there]) expect(storyOf(doc).toJSON()).toBe('')
    const gone = Y.createDeleteSetFromStructStore(here.doc.store)
    expect(Y.equalDeleteSets(gone, Y.createDeleteSetFromStructStore(there.doc.store))).toBe(true)
    const live = [...here.doc.store.clients.values()]
      .flat()
      .filter((struct) => struct instanceof Y.Item && !struct.deleted)
    expect(live).toEqual([])
  })
})

describe('roots of another kind', () => {
  test.each([
    ['lists', (doc: Y.Doc, name: string) => doc.getArray(name).insert(0, [[[[[[1]]]]], Number.NaN, '<img src=x>'])],
    [
      'maps',
      (doc: Y.Doc, name: string) => doc.getMap(name).set('__proto__', [{ constructor: 'x', __proto__: { x: 1 } }]),
    ],
    ['texts', (doc: Y.Doc, name: string) => doc.getText(name).insert(0, 'x'.repeat(1_000_000), { onclick: 'x' })],
    ['fragments', (doc: Y.Doc, name: string) => doc.getXmlFragment(name).insert(0, [new Y.XmlText('x')])],
  ])('%s are read past, and written beside', (_, fill) => {
    const stranger = new Y.Doc()
    for (const name of [
      'story',
      'values',
      'wishes',
      'goals',
      'steps',
      'checkIns',
      'contactCards',
      'conversations',
      'talkPoints',
    ])
      fill(stranger, name)
    const { doc, randomness } = createPeer(1)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(stranger))
    expect(() => READERS.map((read) => read(doc))).not.toThrow()
    const goal = addGoal(doc, { title: 'Naar buiten' }, randomness)
    expect(readGoals(doc).map(({ id }) => id)).toEqual([goal])
    expect({}).not.toHaveProperty('x')
  })
})
