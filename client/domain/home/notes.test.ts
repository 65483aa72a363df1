/** Private notes: the same on all devices of a person, and bounded in time. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { EntityId } from '../document/entity-id.ts'
import { valuesOf } from '../document/plan-doc.ts'
import {
  addNote,
  isNoteOf,
  MAX_NOTE_MS,
  NOTE_LIMIT,
  NOTE_MS,
  readNotes,
  removeNote,
  renewNote,
  setNoteText,
  tidyNotes,
} from './notes.ts'
import { createDevice, DAY_MS, meet, NOW, otherPlan, pair, place, plan } from '../testing/own-devices.ts'

test('a note belongs to a person, a conversation or a plan', () => {
  const { doc, randomness } = createDevice(1)
  const conversation = 'AAAAAAAAAAA' as EntityId
  addNote(doc, { kind: 'note', place, text: 'vraag naar de hond' }, NOW, randomness)
  addNote(doc, { kind: 'draft', place: { plan, conversation }, text: 'huur' }, NOW + 1, randomness)
  addNote(doc, { kind: 'note', place: { plan }, text: 'sleutel bij de buren' }, NOW + 2, randomness)
  const notes = readNotes(doc, NOW + 3)
  expect(notes.map(({ kind, text }) => [kind, text])).toEqual([
    ['note', 'sleutel bij de buren'],
    ['draft', 'huur'],
    ['note', 'vraag naar de hond'],
  ])
  const textsAt = (wanted: Parameters<typeof isNoteOf>[1]) =>
    notes.filter((note) => isNoteOf(note, wanted)).map(({ text }) => text)
  expect(textsAt({ plan })).toEqual(['sleutel bij de buren'])
  expect(textsAt(place)).toEqual(['vraag naar de hond'])
  expect(textsAt({ plan, conversation })).toEqual(['huur'])
  expect(textsAt({ plan: otherPlan })).toEqual([])
})

test('a note is on no screen from its end on, and then leaves the document', () => {
  const { doc, randomness } = createDevice(1)
  addNote(doc, { kind: 'note', place, text: 'schulden' }, NOW, randomness)
  const [note] = readNotes(doc, NOW)
  expect(note?.expires).toBe(NOW + 42 * DAY_MS)
  expect(readNotes(doc, note!.expires - 1)).toHaveLength(1)
  expect(readNotes(doc, note!.expires)).toEqual([])
  tidyNotes(doc, note!.expires - 1, randomness)
  expect(valuesOf(doc).size).toBe(1)
  tidyNotes(doc, note!.expires, randomness)
  expect(valuesOf(doc).size).toBe(0)
  expect(new TextDecoder().decode(Y.encodeStateAsUpdate(doc))).not.toContain('schulden')
})

test('a note by a clock with fractions of a millisecond is one too', () => {
  const { doc, randomness } = createDevice(1)
  addNote(doc, { kind: 'note', place, text: 'x' }, NOW + 0.5, randomness)
  tidyNotes(doc, NOW - MAX_NOTE_MS + 0.5, randomness) // shortened
  expect(readNotes(doc, NOW - MAX_NOTE_MS)).toHaveLength(1)
})

test('a note that is renewed by hand stays six weeks more, and never longer than half a year', () => {
  const { doc, randomness } = createDevice(1)
  const id = addNote(doc, { kind: 'note', place, text: 'x' }, NOW, randomness)
  renewNote(doc, id, NOW + 40 * DAY_MS, randomness)
  expect(readNotes(doc, NOW + 60 * DAY_MS)[0]?.expires).toBe(NOW + 40 * DAY_MS + NOTE_MS)
  setNoteText(doc, id, 'y', NOW + 60 * DAY_MS, randomness) // writing renews nothing
  expect(readNotes(doc, NOW + 60 * DAY_MS)[0]?.expires).toBe(NOW + 40 * DAY_MS + NOTE_MS)
  renewNote(doc, id, NOW + 90 * DAY_MS, randomness) // it was over already
  expect(readNotes(doc, NOW + 90 * DAY_MS)).toEqual([])
})

test('a note of a device whose clock runs years ahead goes as well', () => {
  const [phone, laptop] = pair()
  const far = NOW + 5_000 * DAY_MS
  addNote(phone.doc, { kind: 'note', place, text: 'x' }, far, phone.randomness)
  meet(phone, laptop)
  expect(readNotes(laptop.doc, NOW)[0]?.expires).toBe(NOW + MAX_NOTE_MS)
  tidyNotes(laptop.doc, NOW, laptop.randomness)
  expect(readNotes(laptop.doc, NOW + MAX_NOTE_MS)).toEqual([])
})

test('a note renewed on one device while the other tidies it away is kept', () => {
  const [phone, laptop] = pair()
  const id = addNote(phone.doc, { kind: 'note', place, text: 'x' }, NOW, phone.randomness)
  meet(phone, laptop)
  renewNote(phone.doc, id, NOW + 41 * DAY_MS, phone.randomness)
  tidyNotes(laptop.doc, NOW + 43 * DAY_MS, laptop.randomness)
  meet(phone, laptop)
  expect(readNotes(laptop.doc, NOW + 43 * DAY_MS)).toMatchObject([{ text: 'x' }])
})

test('a note changed on two devices at once keeps the words of both', () => {
  const [phone, laptop] = pair()
  const id = addNote(phone.doc, { kind: 'note', place, text: 'x' }, NOW, phone.randomness)
  meet(phone, laptop)
  setNoteText(phone.doc, id, 'huur', NOW + 1, phone.randomness)
  setNoteText(laptop.doc, id, 'zorg', NOW + 2, laptop.randomness)
  meet(phone, laptop)
  for (const { doc } of [phone, laptop]) expect(readNotes(doc, NOW + 3)).toMatchObject([{ text: 'huur\n\nzorg' }])
  setNoteText(phone.doc, id, 'huur en zorg', NOW + 4, phone.randomness)
  meet(phone, laptop)
  expect(readNotes(laptop.doc, NOW + 5)).toMatchObject([{ text: 'huur en zorg' }])
})

test('a note that was removed leaves no words, and comes back with a change made meanwhile', () => {
  const [phone, laptop] = pair()
  const id = addNote(phone.doc, { kind: 'note', place, text: 'schulden' }, NOW, phone.randomness)
  meet(phone, laptop)
  setNoteText(laptop.doc, id, 'huur', NOW + 1, laptop.randomness)
  removeNote(phone.doc, id)
  expect(readNotes(phone.doc, NOW + 2)).toEqual([])
  expect(valuesOf(phone.doc).size).toBe(0)
  expect(new TextDecoder().decode(Y.encodeStateAsUpdate(phone.doc))).not.toContain('schulden')
  meet(phone, laptop)
  expect(readNotes(phone.doc, NOW + 2)).toMatchObject([{ id, text: 'huur' }])
})

test('a note of a newer version stays where it is', () => {
  const { doc, randomness } = createDevice(1)
  const letter = { at: 0, value: { kind: 'letter', plan, text: 'x', expires: 1 } }
  valuesOf(doc).set('note:AAAAAAAAAAA/note#a', letter)
  tidyNotes(doc, NOW, randomness)
  expect(readNotes(doc, NOW)).toEqual([])
  expect(valuesOf(doc).get('note:AAAAAAAAAAA/note#a')).toEqual(letter)
})

test('a note is cut at its limit', () => {
  const { doc, randomness } = createDevice(1)
  addNote(doc, { kind: 'note', place, text: `${'x'.repeat(4 * NOTE_LIMIT - 1)}😀` }, NOW, randomness)
  expect(readNotes(doc, NOW)[0]?.text).toBe('x'.repeat(4 * NOTE_LIMIT - 1))
})
