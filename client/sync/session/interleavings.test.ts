/** Every order of answers, frames and losses, late and doubled ones included, ends in the same document and the same cursor. */
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createCircleOfThree, holderOf } from '#keys/testing/circle.ts'
import { createMemorySyncStore } from '#storage/sync/memory-sync-store.ts'
import { nextTurn, watchCrypto } from '#e2e/testing/time.ts'
import { createFakeEnvironment } from '../testing/fake-environment.ts'
import { createLog } from '../testing/log.ts'
import { createScriptedRelay } from '../testing/scripted-relay.ts'
import { openSession } from './session.ts'

const { busy } = watchCrypto()
const settle = async (): Promise<void> => {
  for (let quiet = 0; quiet < 3; quiet++) {
    await nextTurn()
    while (busy()) {
      await nextTurn()
      quiet = 0
    }
  }
}

/** Two people write, a third joins in between, and the key changes. */
const circle = await createCircleOfThree()
const log = createLog(circle)
const worker = await log.openDoc('worker')
const neighbour = await log.openDoc('neighbour')
for (let word = 0; word < 4; word++) {
  await log.write(worker, (story) => story.insert(0, `w${word} `))
  await log.write(neighbour, (story) => story.insert(story.length, `n${word} `))
  if (word === 1) await circle.renew('worker')
  if (word === 2) await log.write(worker, (story) => story.delete(0, 2))
}
const person = await holderOf('resident')

/** The next event: an answer, given for the first or the second time, or an event of the world. */
const MOVES = ['answer', 'answer', 'answer', 'again', 'speak', 'speak', 'pass', 'lose', 'edit'] as const
type Move = { readonly what: (typeof MOVES)[number]; readonly which: number }
/** Long enough to get from the first socket into the middle of the log. */
const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({ what: fc.constantFrom(...MOVES), which: fc.nat(20) }),
  { minLength: 40, maxLength: 160, size: 'max' },
)

const play = async (script: readonly Move[], page: number, open: typeof openSession = openSession) => {
  const environment = createFakeEnvironment()
  const relay = createScriptedRelay(log.workspace, log.items, page)
  const store = createMemorySyncStore() // without records it looks for no checkpoint
  const doc = new Y.Doc()
  let waiting: readonly (() => void)[] = []
  const given: (() => void)[] = []
  const alarms: unknown[] = []
  const session = await open({
    workspace: log.workspace,
    holder: person,
    doc,
    store,
    relay: { url: 'wss://relay.test', origin: 'https://relay.test' },
    environment,
    schema: 1,
    sharedAt: null,
    deliver: (answer) => void (waiting = [...waiting, answer]),
    changed() {},
    alarm: (alarm) => alarms.push(alarm),
    storeFailed: environment.report,
  })
  const answer = (which: number): boolean => {
    const next = waiting[which % Math.max(1, waiting.length)]
    if (next === undefined) return false
    waiting = waiting.filter((each) => each !== next)
    given.push(next)
    next()
    return true
  }
  let words = 0
  const take = ({ what, which }: Move): void => {
    const socket = environment.sockets.at(-1)
    if (what === 'answer') answer(which)
    if (what === 'again') given[which % Math.max(1, given.length)]?.()
    if (what === 'speak' && socket !== undefined) relay.speak(socket)
    if (what === 'pass') environment.pass(100 * which)
    if (what === 'lose' && which < 2) socket?.lose(1006)
    if (what === 'edit') doc.getText('mine').insert(0, `(${words++})`)
  }
  for (const move of script) {
    take(move)
    await settle()
  }
  const isDone = (): boolean => session.state().connection === 'online' && !session.state().dirty
  for (let turn = 0; turn < 1_000; turn++) {
    const socket = environment.sockets.at(-1)
    const moved = answer(0) || (socket !== undefined && relay.speak(socket))
    await settle()
    if (!moved && isDone()) break
    if (!moved) environment.pass(1_000)
    await settle()
  }
  const state = session.state()
  const stopping = session.stop()
  while (answer(0)) await settle()
  await stopping
  const { cursor } = await store.load()
  return { doc, relay, state, cursor, alarms, reported: environment.reported, words }
}

const contentOf = (doc: Y.Doc): string => `${doc.getText('story').toJSON()} | ${doc.getText('mine').toJSON()}`

test('reading ends in the same document and the same cursor', async () => {
  const plain = await play([], 100)
  expect([plain.state.connection, plain.alarms, contentOf(plain.doc).length > 20]).toEqual(['online', [], true])
  await fc.assert(
    fc.asyncProperty(
      moves.map((all) => all.filter(({ what }) => what !== 'edit')),
      fc.integer({ min: 1, max: 6 }),
      async (script, page) => {
        const played = await play(script, page)
        expect([played.state.connection, played.state.dirty, played.alarms, played.reported]).toEqual([
          'online',
          false,
          [],
          [],
        ])
        expect(contentOf(played.doc)).toBe(contentOf(plain.doc))
        expect(played.cursor).toEqual(plain.cursor)
      },
    ),
    { numRuns: 50 },
  )
}, 120_000)

test('writing meanwhile ends with each word in the log once', async () => {
  await fc.assert(
    fc.asyncProperty(moves, fc.integer({ min: 1, max: 6 }), async (script, page) => {
      const played = await play(script, page)
      expect([played.state.connection, played.state.dirty, played.alarms, played.reported]).toEqual([
        'online',
        false,
        [],
        [],
      ])
      const { alarms, doc, verdicts } = await log.readAs('worker', played.relay.items as Uint8Array<ArrayBuffer>[])
      expect(contentOf(doc)).toBe(contentOf(played.doc))
      expect(
        doc
          .getText('mine')
          .toJSON()
          .match(/\(\d+\)/g) ?? [],
      ).toHaveLength(played.words)
      expect([alarms, verdicts.filter((verdict) => verdict !== 'entry' && verdict !== 'record')]).toEqual([[], []])
    }),
    { numRuns: 50 },
  )
}, 120_000)

test('a machine that accepts stale tickets fails this property', async () => {
  vi.resetModules()
  vi.doMock('./machine/is-current.ts', () => ({ isCurrent: () => true }))
  const { openSession: openBroken } = await import('./session.ts')
  vi.doUnmock('./machine/is-current.ts')
  const plain = await play([], 100)
  const property = fc.asyncProperty(moves, fc.integer({ min: 1, max: 6 }), async (script, page) => {
    const played = await play(
      script.filter(({ what }) => what !== 'edit'),
      page,
      openBroken,
    )
    expect([contentOf(played.doc), played.cursor]).toEqual([contentOf(plain.doc), plain.cursor])
  })
  const { failed } = await fc.check(property, { numRuns: 100, endOnFailure: true })
  expect(failed).toBe(true)
}, 120_000)
