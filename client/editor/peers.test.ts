import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { parsePeer } from './peers.ts'
import { toSafeAwareness } from './safe-awareness.ts'

const PLACE = { type: { client: 1, clock: 2 }, tname: null, item: null, assoc: 0 }

test('a peer is a name, a colour and a place', () => {
  expect(parsePeer({ user: { name: 'Ines', colour: 4 }, cursor: { anchor: PLACE, head: PLACE } })).toEqual({
    user: { name: 'Ines', colour: 4, color: '#000000' },
    cursor: { anchor: PLACE, head: PLACE },
  })
})

test.each([
  ['nothing', null],
  ['text', 'Ines'],
  ['no user', {}],
  ['no name', { user: { colour: 1 } }],
  ['a name that is no text', { user: { name: { toString: 'x' } } }],
  ['a name of nothing but controls', { user: { name: '\u202e\u0000 ' } }],
])('%s is no peer', (_, state) => {
  expect(parsePeer(state)).toBeNull()
})

test('a name is one bounded line, and a colour is one of ours', () => {
  const peer = parsePeer({ user: { name: `<b>\u202e${'x'.repeat(500)}`, colour: 'red; background: url(x)' } })
  expect(peer?.user.name).toHaveLength(40)
  expect(peer?.user.name).toMatch(/^<b> x+$/) // drawn as text, so a tag is a tag nobody obeys
  expect(peer?.user.colour).toBe(0)
})

test.each([
  ['no places', {}],
  ['a place that names nothing', { anchor: { assoc: 0 }, head: PLACE }],
  ['a negative clock', { anchor: PLACE, head: { item: { client: 1, clock: -1 } } }],
  ['a clock that is no number', { anchor: { type: { client: 1, clock: 'x' } }, head: PLACE }],
  ['a root of another name', { anchor: { tname: '__proto__' }, head: PLACE }],
])('%s is no cursor', (_, cursor) => {
  expect(parsePeer({ user: { name: 'Ines', colour: 1 }, cursor })?.cursor).toBeNull()
})

test('the editor sees who could be read, and not thousands', () => {
  const awareness = new Awareness(new Y.Doc())
  awareness.states.set(7, { user: 'nobody' })
  for (let client = 100; client < 300; client += 1) awareness.states.set(client, { user: { name: 'x', colour: 1 } })
  const safe = toSafeAwareness(awareness)
  expect(safe.getStates().size).toBe(40)
  expect(safe.getStates().has(7)).toBe(false)
  awareness.destroy()
})
