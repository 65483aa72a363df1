import { expect, test } from 'vitest'
import { NO_UNDO } from '#domain/undo/stored-undo.ts'
import { createUndoMemory } from './undo-memory.ts'

const begin = () => {
  const saved: unknown[] = []
  const timers: (() => void)[] = []
  const after = (_ms: number, run: () => void) => {
    timers.push(run)
    return () => void timers.splice(timers.indexOf(run), 1)
  }
  const undo = createUndoMemory({ now: () => 7, after }, { saveUndo: (value) => saved.push(value) }, NO_UNDO)
  const type = (word: string) => undo.memory.changed((now) => `${word} at ${now}`)
  return { ...undo, saved, timers, type }
}

test('a few keys are one write, of the last of them', () => {
  const { saved, timers, type } = begin()
  for (const word of ['a', 'ab', 'abc']) type(word)
  expect(saved).toEqual([])
  expect(timers.length).toBe(1)
  timers[0]!()
  expect(saved).toEqual(['abc at 7'])
})

test('a page that is hidden writes at once, and nothing twice', () => {
  const { save, saved, timers, type } = begin()
  type('a')
  save()
  save()
  expect(saved).toEqual(['a at 7'])
  expect(timers).toEqual([])
})
