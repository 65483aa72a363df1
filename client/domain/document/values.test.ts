import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createPlanDoc, valuesOf } from './plan-doc.ts'
import { readAllValues, readValues, setValue } from './values.ts'
import { type ValueKey } from './value-name.ts'

const KEY = 'goal:1/status'

/** Numbered draws, so that a failing run is the same run again. */
const createRandomness = (seed: number) => {
  let drawn = 0
  return {
    randomBytes(length: number) {
      drawn += 1
      return Uint8Array.from({ length }, (_, index) => (seed * 7_919 + drawn * 104_729 + index * 31) % 251)
    },
  }
}

const createPeer = (clientID: number) => {
  const doc = createPlanDoc(clientID)
  const randomness = createRandomness(clientID)
  return { doc, set: (value: string, key: ValueKey = KEY) => setValue(doc, key, value, randomness) }
}
type Peer = ReturnType<typeof createPeer>
const deliver = (from: Peer, to: Peer) =>
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)))
const deliverAll = (peers: readonly Peer[]) => peers.forEach((from) => peers.forEach((to) => deliver(from, to)))

describe('one value', () => {
  test('is the last one set', () => {
    const worker = createPeer(1)
    worker.set('proposed')
    worker.set('active')
    expect(readValues(worker.doc, KEY)).toEqual(['active'])
    expect(valuesOf(worker.doc).size).toBe(1)
  })

  test('set by two people at once is kept in both versions until one of them chooses', () => {
    const [worker, resident] = [createPeer(1), createPeer(2)]
    worker.set('active')
    resident.set('on-hold')
    deliverAll([worker, resident])
    expect([...readValues(worker.doc, KEY)].toSorted()).toEqual(['active', 'on-hold'])
    resident.set('on-hold')
    deliverAll([worker, resident])
    expect(readValues(worker.doc, KEY)).toEqual(['on-hold'])
  })

  test('chosen by two people at once in two ways is never lost to both', () => {
    const [worker, resident] = [createPeer(1), createPeer(2)]
    worker.set('active')
    resident.set('on-hold')
    deliverAll([worker, resident])
    worker.set('active')
    resident.set('on-hold')
    deliverAll([worker, resident])
    expect([...readValues(worker.doc, KEY)].toSorted()).toEqual(['active', 'on-hold'])
  })

  test('set alike by two people needs no choice', () => {
    const [worker, resident] = [createPeer(1), createPeer(2)]
    worker.set('active')
    resident.set('active')
    deliverAll([worker, resident])
    expect(readValues(worker.doc, KEY)).toEqual(['active'])
    expect(readAllValues(worker.doc).get(KEY)).toEqual(['active'])
  })

  test('set again to the same leaves no trace in the history', () => {
    const worker = createPeer(1)
    worker.set('active')
    const before = Y.encodeStateAsUpdate(worker.doc)
    worker.set('active')
    expect(Y.encodeStateAsUpdate(worker.doc)).toEqual(before)
  })

  test('is one transaction, named by its intent', () => {
    const worker = createPeer(1)
    const origins: unknown[] = []
    worker.doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
    worker.set('active')
    worker.set('on-hold')
    expect(origins).toEqual([setValue, setValue])
  })

  test('is not mistaken for a field whose name begins alike', () => {
    const worker = createPeer(1)
    worker.set('yes', 'goal:1/status')
    worker.set('no', 'goal:1/statusNote')
    worker.set('maybe', 'goal:11/status')
    expect(readValues(worker.doc, 'goal:1/status')).toEqual(['yes'])
  })
})

describe('many peers', () => {
  const PEERS = 4
  const step = fc.record({
    peer: fc.nat(PEERS - 1),
    key: fc.constantFrom<ValueKey>('goal:1/status', 'goal:2/status'),
    value: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    heard: fc.array(fc.nat(PEERS - 1), { maxLength: 2 }),
  })

  test('with the same updates read the same, in the same order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const peers = Array.from({ length: PEERS }, (_, index) => createPeer(index + 1))
        for (const { peer, key, value, heard } of steps) {
          for (const other of heard) deliver(peers[other]!, peers[peer]!)
          peers[peer]!.set(value, key)
        }
        deliverAll(peers)
        deliverAll(peers.toReversed())
        const [first, ...others] = peers.map(({ doc }) => JSON.stringify([...readAllValues(doc)]))
        for (const other of others) expect(other).toBe(first)
        for (const { doc } of peers) {
          expect(readAllValues(doc).get('goal:1/status') ?? []).toEqual(readValues(doc, 'goal:1/status'))
        }
      }),
    )
  })

  test('that set a value without hearing of each other are all kept, in any order of arrival', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 6 }),
        fc.boolean(),
        (values, reversed) => {
          const peers = values.map((value, index) => {
            const peer = createPeer(index + 1)
            peer.set(value)
            return peer
          })
          const reader = createPeer(99)
          for (const peer of reversed ? peers.toReversed() : peers) deliver(peer, reader)
          expect([...readValues(reader.doc, KEY)].toSorted()).toEqual(
            [...values].map((value) => value.toWellFormed()).toSorted(),
          )
        },
      ),
    )
  })
})

describe('a hostile peer’s value', () => {
  test('is left out where no version of ours could have written it, and never deleted', () => {
    const doc = createPlanDoc(1)
    const values = valuesOf(doc)
    let deep: unknown = 'bottom'
    for (let level = 0; level < 400; level += 1) deep = [deep]
    values.set(`${KEY}#1`, 'fine')
    values.set(`${KEY}#2`, deep)
    values.set(`${KEY}#3`, new Uint8Array(3))
    values.set(`${KEY}#4`, new Y.Map())
    values.set(`${KEY}#5`, Number.NaN)
    values.set(`${KEY}#6`, 9n)
    values.set(`${KEY}#7`, undefined)
    values.set(`${KEY}#8`, new Y.Doc())
    values.set('__proto__', 'x')
    values.set('__proto__/name#1', 'y')
    values.set('constructor', 'x')
    const before = Y.encodeStateAsUpdate(doc)
    expect(readValues(doc, KEY)).toEqual(['fine'])
    expect(readAllValues(doc).get('__proto__/name')).toEqual(['y'])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  test('cannot smuggle in a prototype by the name of a property', () => {
    const doc = createPlanDoc(1)
    valuesOf(doc).set(`${KEY}#1`, JSON.parse('{"__proto__":{"admin":true},"name":"Ans"}'))
    const heard = createPlanDoc(2)
    Y.applyUpdate(heard, Y.encodeStateAsUpdate(doc)) // over the wire it becomes a real prototype
    expect(readValues(heard, KEY)).toEqual([])
    const [value] = readValues(doc, KEY) as readonly { admin?: boolean }[]
    expect(value?.admin).toBeUndefined()
  })

  test('is bounded when it is a text', () => {
    const doc = createPlanDoc(1)
    valuesOf(doc).set(`${KEY}#1`, 'x'.repeat(1_000_000))
    expect(readValues(doc, KEY)).toEqual(['x'.repeat(32_768)])
  })

  test('does not hide in a root that is used as something else', () => {
    const doc = new Y.Doc()
    doc.getArray('values').insert(0, [1, 2])
    const heard = createPlanDoc(2)
    Y.applyUpdate(heard, Y.encodeStateAsUpdate(doc))
    expect(readAllValues(heard).size).toBe(0)
  })
})
