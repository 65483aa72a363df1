import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { EntityId } from './entity-id.ts'
import { createPair, meet, reopen } from '../testing/peers.ts'
import { findChange, setText, readText, textOf } from './texts.ts'
import { addWish, readWishes } from '../goals/wishes.ts'
import { entitiesOf } from './plan-doc.ts'

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '🌱', '👩🏽‍🌾', '\ud83c', '\udf31'), maxLength: 12 })
const begin = (text: string) => {
  const [worker, resident] = createPair()
  const id = addWish(worker.doc, text, worker.randomness)
  meet(worker, resident)
  const read = ({ doc } = worker) => readText(doc, 'wish', id, 'text')
  const write = (after: string, { doc } = worker) => setText(doc, 'wish', id, 'text', after)
  return { worker, resident, id, read, write }
}

describe('a change in a text', () => {
  test('is the least that turns one into the other, and cuts no surrogate pair', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const change = findChange(before, after)
        if (change === null) return void expect(before).toBe(after)
        const { at, removed, inserted } = change
        expect(removed).toBeGreaterThanOrEqual(0)
        expect(before.slice(0, at) + inserted + before.slice(at + removed)).toBe(after)
        if (before.isWellFormed() && after.isWellFormed()) {
          expect(inserted.isWellFormed()).toBe(true)
          expect(before.slice(at, at + removed).isWellFormed()).toBe(true)
        }
      }),
    )
    expect(findChange('🌱', '🌲')).toEqual({ at: 0, removed: 2, inserted: '🌲' })
    expect(findChange('aa', 'aaa')).toEqual({ at: 2, removed: 0, inserted: 'a' })
  })

  test('reads back as it was written, on every device', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { worker, id, read, write } = begin(before)
        write(after)
        expect(read()).toBe(after.toWellFormed())
        expect(readText(reopen(worker, 9).doc, 'wish', id, 'text')).toBe(after.toWellFormed())
      }),
    )
  })

  test('without a letter that can be seen is shown as none, and is there to be written on', () => {
    const { worker, read, write } = begin('Een hond')
    for (const unseen of [' ', '\n\t', '\u200b', '\u200d \u3164']) {
      write(unseen)
      expect([read(), readWishes(worker.doc)[0]?.text]).toEqual([unseen, ''])
    }
    write(' \u200b Een hond ')
    expect(readWishes(worker.doc)[0]?.text).toBe(' \u200b Een hond ')
  })

  test('by two people at once keeps the words of both', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(letters, letters, letters, fc.boolean(), (common, mine, theirs, first) => {
        const { worker, resident, read, write } = begin(common)
        write(common + mine.toUpperCase())
        write(theirs.replaceAll('a', 'x').replaceAll('b', 'y').replaceAll('c', 'z') + common, resident)
        if (first) meet(worker, resident)
        else meet(resident, worker)
        expect(read()).toBe(read(resident))
        for (const letter of mine.toUpperCase()) expect(read()).toContain(letter)
        expect(read().replaceAll(/[A-Zxyz]/g, '')).toBe(common)
      }),
    )
  })

  test('does not touch hidden content', () => {
    const long = 'x'.repeat(100_000) + 'het einde'
    const { worker, id, read, write } = begin(long)
    expect(read()).toHaveLength(100_000)
    write(`y${read().slice(1)}`)
    expect(textOf(worker.doc, 'wish', id, 'text')?.toString().endsWith('het einde')).toBe(true)
    expect(read().startsWith('yx')).toBe(true)
  })

  test('lands in its place beside a stranger’s content', () => {
    const { worker, id, read, write } = begin('ab')
    textOf(worker.doc, 'wish', id, 'text')!.insertEmbed(1, { image: 'x' })
    expect(read()).toBe('a\ufffcb')
    write('a\ufffcbc')
    expect(textOf(worker.doc, 'wish', id, 'text')!.toDelta()).toEqual([
      { insert: 'a' },
      { insert: { image: 'x' } },
      { insert: 'bc' },
    ])
  })

  test('in rich text in place of plain text changes only its letters', () => {
    const { worker, write, read, id } = begin('')
    const rich = new Y.XmlText()
    rich.applyDelta([{ insert: 'vet', attributes: { bold: {} } }, { insert: ' <b>' }])
    ;(entitiesOf(worker.doc, 'wish').get(id) as Y.Map<unknown>).set('text', rich)
    expect(read()).toBe('vet <b>')
    write('vet <b>!')
    expect(read()).toBe('vet <b>!')
  })

  test('in something that is no text does nothing', () => {
    const { worker, write, read } = begin('a')
    write('a')
    expect(read()).toBe('a')
    setText(worker.doc, 'wish', 'AAAAAAAAAAA' as EntityId, 'text', 'x')
    setText(worker.doc, 'wish', '__proto__' as EntityId, 'text', 'x')
    expect(readText(worker.doc, 'wish', 'AAAAAAAAAAA' as EntityId, 'text')).toBe('')
  })
})
