/** E3 and E5: a foreign update is inspected as a whole before it is applied. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { advanceClocks, CLOCK_LIMIT, type Clocks, inspectUpdate, isComplete } from './update.ts'
import { type CraftedBlock, type CraftedDelete, craftUpdate } from '../testing/craft-update.ts'

const [A, B, C] = [11, 22, 33] as const
/** The log's clocks: ten of each client. */
const KNOWN: Clocks = new Map([
  [A, 10],
  [B, 10],
])
const text = (client: number, clock: number, value = 'x'): CraftedBlock => ({
  client,
  clock,
  structs: [{ text: value }],
})
const judge = (blocks: readonly CraftedBlock[], deletes: readonly CraftedDelete[] = []) => {
  const inspected = inspectUpdate(craftUpdate(blocks, deletes))
  return inspected === null ? 'E3' : isComplete(inspected, KNOWN) ? 'complete' : 'E5'
}

describe('[E3] a malformed update', () => {
  test.each<[string, CraftedBlock[]]>([
    ['a gap inside', [{ client: A, clock: 10, structs: [{ text: 'a' }, { skip: 5 }, { text: 'b' }] }]],
    ['a gap alone', [{ client: A, clock: 0, structs: [{ skip: 10 }] }]],
    ['no length: text', [text(A, 10, '')]],
    ['no length: collected', [{ client: A, clock: 10, structs: [{ gc: 0 }] }]],
    ['no length: deleted', [{ client: A, clock: 10, structs: [{ deleted: 0 }] }]],
    ['one client in two places', [text(A, 10), text(B, 10), text(A, 11)]],
    ['a clock at 2^31', [text(A, CLOCK_LIMIT)]],
    ['a struct that reaches 2^31', [{ client: A, clock: 10, structs: [{ gc: CLOCK_LIMIT - 10 }] }]],
    ['a clock beyond counting', [text(A, Number.MAX_SAFE_INTEGER)]],
    ['more structs than it has bytes for', [{ ...text(A, 10), count: 2 ** 25 }]],
  ])('%s', (_, blocks) => {
    expect(judge(blocks)).toBe('E3')
  })
  test('has values deeper than 64 levels, whose decoding depends on a browser’s stack', () => {
    const nested = (levels: number): unknown =>
      levels === 0 ? 1 : levels % 2 === 0 ? [nested(levels - 1)] : { a: nested(levels - 1) }
    const judgeWritten = (write: (doc: Y.Doc) => void) => {
      const doc = new Y.Doc()
      write(doc)
      return inspectUpdate(Y.encodeStateAsUpdate(doc)) !== null
    }
    const places: ((doc: Y.Doc, value: unknown) => void)[] = [
      (doc, value) => doc.getMap('values').set('key', value),
      (doc, value) => doc.getText('story').insertEmbed(0, { value }),
      (doc, value) => doc.getText('story').insert(0, 'bold', { value }),
    ]
    for (const put of places) {
      expect(judgeWritten((doc) => put(doc, nested(60)))).toBe(true)
      expect(judgeWritten((doc) => put(doc, nested(80)))).toBe(false)
    }
  })
  test('has bytes behind it, which Yjs ignores', () => {
    const update = craftUpdate([text(A, 10)], [[B, 0, 1]])
    expect(inspectUpdate(update)).not.toBeNull()
    for (const rest of [[0], [0, 0], [...update]]) expect(inspectUpdate(Uint8Array.of(...update, ...rest))).toBeNull()
  })
  test('has one client in two adjacent blocks, or an empty block: Yjs would apply only the last block', () => {
    expect(judge([text(A, 10), text(A, 11)])).toBe('E3')
    expect(judge([text(A, 10), { client: A, clock: 11, structs: [] }])).toBe('E3')
    expect(judge([{ client: A, clock: 10, structs: [] }])).toBe('E3')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, craftUpdate([text(A, 0), text(A, 1)]))
    expect([doc.getText('story').toJSON(), doc.store.pendingStructs]).not.toEqual(['xx', null])
  })
  test('has an empty range of deletions, which Yjs would keep pending for ever', () => {
    for (const clock of [0, 9, 10, 1_000]) expect(judge([], [[B, clock, 0]])).toBe('E3')
    const beyondCounting = craftUpdate([], [[B, 2 ** 53 - 1, 1]])
    beyondCounting[11] = 0x7f // 2^56, and one more is 2^56
    expect(inspectUpdate(beyondCounting)).toBeNull()
    expect(judge([text(A, 10)], [[B, 0, 1], [C, 0, 0]])).toBe('E3') // prettier-ignore
  })
  test('with more structs than any real document costs no more than decoding them', () => {
    const many = (count: number) => [
      { client: A, clock: 10, structs: Array.from({ length: count }, () => ({ gc: 1 })) },
    ]
    expect(inspectUpdate(craftUpdate(many(250_000)))).not.toBeNull()
    expect(inspectUpdate(craftUpdate(many(250_001)))).toBeNull()
  })
  test('with a declared count of 2^40 blocks, structs or ranges costs nothing', () => {
    const start = process.hrtime.bigint()
    for (const at of [0, 1]) {
      const bytes = craftUpdate([text(A, 10)])
      bytes[at] = 0xff
      expect(inspectUpdate(bytes)).toBeNull()
    }
    expect(inspectUpdate(Uint8Array.of(0, 0xff, 0xff, 0xff, 0xff, 0xff, 0x07))).toBeNull()
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(10_000)
  })
  test('in version 2, or in any bytes at all, does no harm', () => {
    const doc = new Y.Doc()
    doc.getText('story').insert(0, 'hello')
    const v1 = Y.encodeStateAsUpdate(doc)
    expect(inspectUpdate(v1)).not.toBeNull()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void inspectUpdate(bytes)),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(fc.nat(v1.length - 1), fc.nat(255), (at, byte) => void inspectUpdate(v1.with(at, byte))),
      { numRuns: 500 },
    )
  })
})

describe('[E5] nothing is ever pending', () => {
  test('an update that follows the log is complete', () => {
    expect(judge([text(A, 10)])).toBe('complete')
    expect(judge([text(C, 0)])).toBe('complete')
    expect(judge([])).toBe('complete')
  })
  test('a repeat, or another text under the same clocks, is not', () => {
    expect(judge([text(A, 3)])).toBe('E5')
    expect(judge([text(A, 8, 'five!')])).toBe('E5')
  })
  test('a struct that starts above its client’s clock is not', () => {
    expect(judge([text(A, 11)])).toBe('E5')
    expect(judge([text(C, 1)])).toBe('E5')
  })
  test.each(['origin', 'right', 'parent'] as const)('a struct with a missing %s is not', (role) => {
    const block = (client: number, clock: number): CraftedBlock => ({
      client: A,
      clock: 10,
      structs: [{ text: 'x', [role]: [client, clock] }],
    })
    expect(judge([block(B, 9)])).toBe('complete')
    expect(judge([block(B, 10)])).toBe('E5')
    expect(judge([block(C, 0)])).toBe('E5')
    expect(judge([block(A, 9)])).toBe('complete')
  })
  test('a struct that refers to itself, or forward inside the same client, is not', () => {
    expect(judge([{ client: A, clock: 10, structs: [{ text: 'x', origin: [A, 11] }, { text: 'y' }] }])).toBe('E5')
    expect(judge([{ client: A, clock: 10, structs: [{ text: 'x', origin: [A, 10] }] }])).toBe('E5')
    expect(judge([{ client: A, clock: 10, structs: [{ text: 'y' }, { text: 'x', origin: [A, 10] }] }])).toBe('complete')
  })
  test('two own clients may refer forward to each other, but not in a circle', () => {
    const after = (client: number, origin: readonly [number, number]): CraftedBlock => ({
      client,
      clock: 10,
      structs: [{ text: 'x', origin }],
    })
    expect(judge([after(A, [B, 10]), text(B, 10)])).toBe('complete')
    expect(judge([text(B, 10), after(A, [B, 10])])).toBe('complete')
    expect(judge([after(A, [B, 10]), after(B, [A, 10])])).toBe('E5')
    const crossed = (client: number, other: number): CraftedBlock => ({
      client,
      clock: 10,
      structs: [{ text: 'x', origin: [other, 11] }, { text: 'y' }],
    })
    expect(judge([crossed(A, B), crossed(B, A)])).toBe('E5')
  })
  /** Each client's step waits for the next client's, and the first one's for the last one's step before. */
  test('many own clients, each waiting for another at every step, are judged quickly', () => {
    const [clients, steps] = [12, 6]
    const chain = (lastWaitsFor: number): CraftedBlock[] =>
      Array.from({ length: clients }, (_, at) => ({
        client: 100 + at,
        clock: 0,
        structs: Array.from({ length: steps }, (__, step) => {
          if (at < clients - 1) return { text: 'x', origin: [101 + at, step] as const }
          return step === 0 ? { text: 'x' } : { text: 'x', origin: [100, step - lastWaitsFor] as const }
        }),
      }))
    for (const blocks of [chain(1), chain(1).toReversed()]) expect(judge(blocks)).toBe('complete')
    for (const blocks of [chain(0), chain(0).toReversed()]) expect(judge(blocks)).toBe('E5')
  })
  test('a delete range on future clocks is refused: ten bytes would delete another person’s next words', () => {
    const attack = craftUpdate([], [[B, 10, 1_000]])
    expect(attack.length).toBeLessThanOrEqual(10)
    expect(judge([], [[B, 10, 1_000]])).toBe('E5')
    expect(judge([], [[B, 9, 2]])).toBe('E5')
    expect(judge([], [[C, 0, 1]])).toBe('E5')
    expect(judge([], [[B, 9, 1]])).toBe('complete')
    expect(judge([], [[B, 0, 10]])).toBe('complete')
    // Its effect on a document that applies it as Yjs does:
    const doc = new Y.Doc()
    doc.clientID = B
    doc.getText('story').insert(0, '0123456789')
    Y.applyUpdate(doc, attack)
    const later = new Y.Doc()
    Y.applyUpdate(later, attack)
    doc.getText('story').insert(10, ' and more')
    Y.applyUpdate(later, Y.encodeStateAsUpdate(doc))
    expect(later.getText('story').toJSON()).toBe('0123456789')
  })
  test('an entry may delete its own text', () => {
    expect(judge([text(A, 10, 'abc')], [[A, 11, 2]])).toBe('complete')
    expect(judge([text(A, 10, 'abc')], [[A, 11, 3]])).toBe('E5')
  })
  test('the clocks move to the end of the accepted update, and never back', () => {
    const clocks = new Map(KNOWN)
    const repeat = inspectUpdate(craftUpdate([text(A, 3)]))
    const further = inspectUpdate(craftUpdate([text(B, 8, 'five!'), text(C, 0, 'é')]))
    if (repeat === null || further === null) throw new Error('Both are updates.')
    advanceClocks(clocks, repeat)
    advanceClocks(clocks, further)
    expect([...clocks]).toEqual([
      [A, 10],
      [B, 13],
      [C, 1],
    ])
  })
})

/** The text of several people, cut into updates in any way, is never refused in the order of the log. */
test('[E5] honest entries are complete, and leave nothing pending', () => {
  const step = fc.record({
    peer: fc.nat(2),
    at: fc.nat(30),
    remove: fc.boolean(),
    hear: fc.boolean(),
    share: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const clocks = new Map<number, number>()
      const log: Uint8Array[] = []
      const peers = [A, B, C].map((client) => {
        const doc = new Y.Doc()
        doc.clientID = client
        return { doc, shared: Y.encodeStateVector(doc), heard: 0 }
      })
      const reader = new Y.Doc()
      for (const { peer, at, remove, hear, share } of steps) {
        const each = peers[peer]
        if (each === undefined) continue
        const story = each.doc.getText('story')
        if (hear)
          for (; each.heard < log.length; each.heard++) Y.applyUpdate(each.doc, log[each.heard] ?? Uint8Array.of(0, 0))
        if (remove && story.length > 0) story.delete(at % story.length, 1)
        else story.insert(at % (story.length + 1), 'word')
        if (!share) continue
        for (; each.heard < log.length; each.heard++) Y.applyUpdate(each.doc, log[each.heard] ?? Uint8Array.of(0, 0))
        const update = Y.encodeStateAsUpdate(each.doc, Y.encodeStateVector(reader))
        const inspected = inspectUpdate(update)
        expect(inspected && isComplete(inspected, clocks)).toBe(true)
        if (inspected !== null) advanceClocks(clocks, inspected)
        log.push(update)
        Y.applyUpdate(reader, update)
        expect([reader.store.pendingStructs, reader.store.pendingDs]).toEqual([null, null])
      }
    }),
  )
})
