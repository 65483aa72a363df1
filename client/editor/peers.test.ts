import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { parsePeer } from './peers.ts'
import { toSafeAwareness } from './safe-awareness.ts'

const INES = { name: 'Ines', colour: 4 }
const PLACE = { type: { client: 1, clock: 2 }, tname: null, item: null, assoc: 0 }

test('a peer is the owner of the clientID, whatever it calls itself, with a position', () => {
  const state = { user: { name: 'Somebody else', colour: 1 }, cursor: { anchor: PLACE, head: PLACE } }
  expect(parsePeer(state, INES)).toEqual({
    user: { name: 'Ines', colour: 4, color: '#000000' },
    cursor: { anchor: PLACE, head: PLACE },
  })
})

test.each([
  ['nobody', null],
  ['a name of nothing but controls', { name: '\u202e\u0000 ', colour: 1 }],
])('%s is no peer', (_, owner) => {
  expect(parsePeer({ user: INES, cursor: { anchor: PLACE, head: PLACE } }, owner)).toBeNull()
})

test.each([null, 'Ines', {}, { cursor: 7 }])('%j has no cursor', (state) => {
  expect(parsePeer(state, INES)?.cursor).toBeNull()
})

test('a name is one bounded line, and a colour is one of ours', () => {
  const peer = parsePeer({}, { name: `<b>\u202e${'x'.repeat(500)}`, colour: 7 })
  expect(peer?.user.name).toHaveLength(40)
  expect(peer?.user.name).toMatch(/^<b> x+$/) // rendered as text, so a tag has no effect
  expect(peer?.user.colour).toBe(0)
})

test.each([
  ['no places', {}],
  ['a place that names nothing', { anchor: { assoc: 0 }, head: PLACE }],
  ['a negative clock', { anchor: PLACE, head: { item: { client: 1, clock: -1 } } }],
  ['a clock that is no number', { anchor: { type: { client: 1, clock: 'x' } }, head: PLACE }],
  ['a root of another name', { anchor: { tname: '__proto__' }, head: PLACE }],
])('%s is no cursor', (_, cursor) => {
  expect(parsePeer({ cursor }, INES)?.cursor).toBeNull()
})

test('the editor gets only valid peers, and a bounded number of them', () => {
  const awareness = new Awareness(new Y.Doc())
  awareness.states.set(7, {})
  for (let client = 100; client < 300; client += 1) awareness.states.set(client, {})
  const safe = toSafeAwareness(awareness, (client) => (client === 7 ? null : INES))
  expect(safe.getStates().size).toBe(40)
  expect(safe.getStates().has(7)).toBe(false)
  awareness.destroy()
})
