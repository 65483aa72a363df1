/** Several people type at one place of a short text, each on their own device. */
import { cleanup, fireEvent, render } from '@solidjs/testing-library'
import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createPlanDoc, type PlanDoc } from '#domain/document/plan-doc.ts'
import { readText } from '#domain/document/texts.ts'
import { addWish } from '#domain/goals/wishes.ts'
import { keepTogether } from '#domain/story/keep-together.ts'
import { UPDATES } from '#domain/story/others-change.ts'
import { createFakeDrafts } from '#testing/fake-drafts.ts'
import { createRandomness } from '#testing/fake-plan.ts'
import { DraftsContext } from '#ui/draft.ts'
import { SharedText } from './shared-text.tsx'

afterEach(cleanup)

const sync = (from: PlanDoc, to: PlanDoc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from))

test('five people at the end of one line: each run of letters stays together, also while it is composed', () => {
  fc.assert(
    fc.property(fc.array(KEYS, { maxLength: 40 }), (keys) => {
      const { texts, runs } = typeTogether(5, keys)
      for (const text of texts) expect(text).toBe(texts[0])
      for (const run of runs) expect(texts[0]).toContain(run)
    }),
    { numRuns: 40, seed: 4 },
  )
})

type Key = {
  readonly who: number
  readonly is: 'type' | 'compose' | 'end'
  readonly sends: boolean
  readonly hears: boolean
}
const KEYS: fc.Arbitrary<Key> = fc.record({
  who: fc.nat(4),
  is: fc.constantFrom('type', 'compose', 'end'),
  sends: fc.boolean(),
  hears: fc.boolean(),
})

/** Letters that no two people share; `end` taps behind the last letter that a person sees, which begins a new run. */
const typeTogether = (count: number, keys: readonly Key[]) => {
  const begin = createPlanDoc(99)
  const id = addWish(begin, 'Samen', createRandomness())
  const log: { readonly from: number; readonly update: Uint8Array }[] = []
  const runs: string[] = []
  const people = Array.from({ length: count }, (_, who) => {
    const doc = createPlanDoc(who + 1)
    sync(begin, doc)
    const stop = keepTogether(doc, [])
    let [outbox, heard, typed, run] = [[] as Uint8Array[], 0, 0, -1]
    doc.on('update', (update: Uint8Array, _origin: unknown, _doc: unknown, { local }: Y.Transaction) => {
      if (local) outbox.push(update)
    })
    const page = render(() => (
      <DraftsContext.Provider value={createFakeDrafts()}>
        <SharedText doc={doc} kind="wish" id={id} field="text" label={`Wens ${who}`} />
      </DraftsContext.Provider>
    ))
    const area = page.getByLabelText(`Wens ${who}`) as HTMLTextAreaElement
    let caret = 5
    let composing = false
    /** Only one area can have focus: each gets it back, with its caret, when its turn comes. */
    const inFocus = (act: () => void): void => {
      area.focus()
      area.setSelectionRange(caret, caret)
      act()
      caret = area.selectionEnd
    }
    const endComposing = (): void => {
      if (composing) fireEvent.compositionEnd(area)
      composing = false
    }
    return {
      read: () => readText(doc, 'wish', id, 'text'),
      send() {
        if (outbox.length > 0) log.push({ from: who, update: Y.mergeUpdates(outbox) })
        outbox = []
      },
      hear: () =>
        inFocus(() => {
          const updates = log.slice(heard).flatMap(({ from, update }) => (from === who ? [] : [update]))
          heard = log.length
          Y.transact(
            doc,
            ({ meta }) => {
              meta.set(UPDATES, updates)
              for (const update of updates) Y.applyUpdate(doc, update)
            },
            'log',
            false,
          )
        }),
      type: (composes: boolean) =>
        inFocus(() => {
          const letter = String.fromCodePoint(0x4e00 + who * 0x400 + typed)
          typed += 1
          if (run === -1) run = runs.push('') - 1
          runs[run] += letter
          if (composes && !composing) fireEvent.compositionStart(area)
          if (composes) composing = true
          else endComposing()
          area.setRangeText(letter, area.selectionEnd, area.selectionEnd, 'end')
          fireEvent.input(area)
        }),
      toEnd: () =>
        inFocus(() => {
          endComposing()
          run = -1
          typed += 1
          area.setSelectionRange(area.value.length, area.value.length)
        }),
      finish: () => inFocus(endComposing),
      isStill: () => outbox.length === 0 && heard === log.length,
      stop,
    }
  })
  for (const { who, is, sends, hears } of keys) {
    const person = people[who]!
    if (hears) person.hear()
    if (is === 'end') person.toEnd()
    else person.type(is === 'compose')
    if (sends) person.send()
  }
  for (const person of people) person.finish()
  for (let round = 0; round < 30; round += 1) {
    for (const person of people) person.send()
    for (const person of people) person.hear()
    if (people.every((person) => person.isStill())) break
  }
  const texts = people.map((person) => person.read())
  for (const person of people) person.stop()
  cleanup()
  return { texts, runs }
}
