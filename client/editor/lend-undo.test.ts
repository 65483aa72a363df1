import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createPlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { createStoryUndo } from '#domain/undo/story-undo.ts'
import { lendUndo } from './lend-undo.ts'

test('an editor that goes takes its listeners along, and leaves undo and the listeners of others', () => {
  const doc = createPlanDoc(1)
  const undo = createStoryUndo(doc)
  undo.addTrackedOrigin('test')
  const heard: string[] = []
  undo.on('stack-item-added', () => heard.push('plan'))
  const write = (): void => {
    undo.stopCapturing()
    doc.transact(() => storyOf(doc).insert(0, [new Y.XmlElement('paragraph')]), 'test')
  }
  for (const name of ['first', 'second']) {
    const lent = lendUndo(undo)
    lent.on('stack-item-added', () => heard.push(name))
    write()
    expect(lent.undoStack.length).toBe(undo.undoStack.length)
    lent.undo()
    expect(storyOf(doc).length).toBe(0)
    expect(lent.redoStack.length).toBe(1)
    lent.destroy()
  }
  write()
  expect(heard.filter((name) => name !== 'plan')).toEqual(['first', 'first', 'second', 'second'])
  expect(heard.at(-1)).toBe('plan')
  expect(undo.undo()).not.toBe(null)
})
