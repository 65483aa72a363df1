/** The home of one person on two devices: it reads the same in the end, whatever was done or stored. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntityId } from '../document/entity-id.ts'
import { valuesOf } from '../document/plan-doc.ts'
import { TEXT_SIZES } from './details.ts'
import { readMyDetails, setMyDetails } from './my-details.ts'
import { readMyPlan, setMyPlan } from './my-plans.ts'
import { addNote, readNotes, removeNote, renewNote, setNoteText, tidyNotes } from './notes.ts'
import { addSeen } from './seen.ts'
import {
  DAY_MS,
  deliver,
  type Device,
  meet,
  NOW,
  pair,
  place,
  plan,
  PLANS,
  readAll,
  vector,
} from '../testing/own-devices.ts'

/** An act on one of two devices: `pick` chooses the thing, `how` the change. Both clocks differ. */
type Act = (device: Device, pick: number, how: number, now: number) => void
const at = <Item>(list: readonly Item[], index: number): Item | undefined => list[index % Math.max(1, list.length)]
const withNote =
  (act: (device: Device, id: EntityId, how: number, now: number) => void): Act =>
  (device, pick, how, now) => {
    const note = at(readNotes(device.doc, now), pick)
    if (note !== undefined) act(device, note.id, how, now)
  }
const ACTS: readonly Act[] = [
  ({ doc, randomness }, pick, how, now) =>
    setMyDetails(doc, { name: `naam ${pick}`, colour: how > 9 ? null : 2 }, now, randomness),
  ({ doc, randomness }, pick, _, now) => setMyDetails(doc, { textSize: at(TEXT_SIZES, pick)! }, now, randomness),
  ({ doc, randomness }, pick, how, now) => setMyPlan(doc, at(PLANS, pick)!, { title: `plan ${how}` }, now, randomness),
  ({ doc, randomness }, pick, how, now) =>
    setMyPlan(doc, at(PLANS, pick)!, { archived: how % 2 === 0 }, now, randomness),
  ({ doc, randomness }, pick, how) => addSeen(doc, at(PLANS, pick)!, vector({ [pick % 5]: how, 99: pick }), randomness),
  ({ doc, randomness }, pick, how, now) =>
    void addNote(
      doc,
      { kind: how % 2 === 0 ? 'note' : 'draft', place: { plan: at(PLANS, pick)! }, text: `${how}` },
      now,
      randomness,
    ),
  withNote(({ doc, randomness }, id, how, now) => setNoteText(doc, id, `anders ${how}`, now, randomness)),
  withNote(({ doc, randomness }, id, _, now) => renewNote(doc, id, now, randomness)),
  withNote(({ doc }, id) => removeNote(doc, id)),
  ({ doc, randomness }, _, __, now) => tidyNotes(doc, now, randomness),
]
const step = fc.record({
  device: fc.nat(1),
  act: fc.nat(ACTS.length - 1),
  pick: fc.nat(20),
  how: fc.nat(20),
  days: fc.nat(30),
  hears: fc.boolean(),
})
const run = (
  seed: number,
  steps: readonly { device: number; act: number; pick: number; how: number; days: number; hears: boolean }[],
) => {
  const devices = pair(seed)
  let now = NOW
  for (const { device, act, pick, how, days, hears } of steps) {
    now += days * DAY_MS
    const mine = devices[device]!
    if (hears) deliver(devices[1 - device]!, mine)
    ACTS[act]!(mine, pick, how, now + device * 3 * DAY_MS)
  }
  return { devices, now }
}

test('two devices of one person read the same once they have met, whatever they did apart', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.array(step, { maxLength: 50 }), (seed, steps) => {
      const { devices, now } = run(seed, steps)
      meet(...devices)
      const [phone, laptop] = devices
      expect(readAll(phone.doc, now)).toEqual(readAll(laptop.doc, now))
      tidyNotes(phone.doc, now, phone.randomness)
      tidyNotes(laptop.doc, now, laptop.randomness)
      const before = readAll(phone.doc, now)
      meet(...devices)
      expect([readAll(phone.doc, now), readAll(laptop.doc, now)]).toEqual([before, before])
    }),
    { numRuns: 150 },
  )
})

const bad = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    undefined,
    Number.NaN,
    new Uint8Array(3),
    'x'.repeat(40_000),
    { at: 1 },
    { at: 1e300, value: 'x' },
    { at: 1, value: { kind: 'note', plan, text: 'x', expires: -1 } },
    { at: 8.64e15, value: { kind: 'note', plan, text: 'x', expires: 8.64e15 } },
    { at: NOW, value: { kind: 'note', plan, person: 7, conversation: {}, text: 'x', expires: NOW + 1 } },
    { at: 1, value: JSON.parse('{"__proto__":{"kind":"note"},"kind":"note"}') },
    '____',
  ),
)
test('damaged values are read without an exception, alike everywhere, and stop no writing', () => {
  const key = fc.constantFrom(
    'me/name', 'me/textSize', `plan:${plan}/title`, `plan:${plan}/seen`, 'plan:x/title', 'plan:/archived',
    'note:AAAAAAAAAAA/note', 'note:x/note', 'note:__proto__/note', 'later:x/y',
  ) // prettier-ignore
  fc.assert(
    fc.property(fc.array(fc.tuple(key, bad), { maxLength: 20 }), (writes) => {
      const [{ doc, randomness }, other] = pair()
      for (const [name, value] of writes) valuesOf(doc).set(`${name}#${valuesOf(doc).size}`, value)
      meet({ doc, randomness }, other)
      expect(readAll(doc, NOW)).toEqual(readAll(other.doc, NOW))
      setMyDetails(doc, { name: 'Wanda' }, NOW, randomness)
      setMyPlan(doc, plan, { title: 'Plan' }, NOW, randomness)
      addSeen(doc, plan, vector({ 1: 1 }), randomness)
      const id = addNote(doc, { kind: 'note', place, text: 'x' }, NOW, randomness)
      for (const note of readNotes(doc, NOW)) renewNote(doc, note.id, NOW, randomness)
      tidyNotes(doc, NOW, randomness)
      expect(readMyDetails(doc).name).toBe('Wanda')
      expect(readMyPlan(doc, plan).title).toBe('Plan')
      expect(readNotes(doc, NOW).map((note) => note.id)).toContain(id)
    }),
    { numRuns: 150 },
  )
})
