/** The same words under other clientIDs: the document stays as it was, to the letter. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { deletesOf } from './delete-set.ts'
import { renameClients } from './rename-clients.ts'

const [MINE, OTHER, NEW] = [10, 20, 30]

/** A seeded generator (mulberry32), so that a failure can be repeated. */
const createRandom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  const mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((again ^ (again >>> 14)) >>> 0) / 4_294_967_296
}
/** Types, deletes, formats, nests and sets values, as two people in turn. */
const scribble = (doc: Y.Doc, random: () => number): void => {
  const story = doc.getXmlFragment('story')
  const at = (length: number): number => Math.floor(random() * (length + 1))
  doc.clientID = random() < 0.7 ? MINE : OTHER
  const paragraph = story.length > 0 ? story.get(Math.min(at(story.length), story.length - 1)) : null
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText) || random() < 0.2) {
    const made = new Y.XmlElement('paragraph')
    made.insert(0, [new Y.XmlText('woorden')])
    story.insert(at(story.length), [made])
  } else if (random() < 0.5) text.insert(at(text.length), 'letters ')
  else if (random() < 0.6) text.delete(at(text.length - 1), Math.min(2, text.length))
  else if (random() < 0.8) text.format(0, at(text.length), { bold: random() < 0.5 })
  else doc.getMap('values').set(`key ${at(3)}`, random())
}
const readAll = (doc: Y.Doc): string =>
  JSON.stringify([doc.getXmlFragment('story').toString(), Object.entries(doc.getMap('values').toJSON()).toSorted()])

test('what is renamed from some clock on reads the same, also beside the log that has the rest', () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = createRandom(seed)
    const doc = new Y.Doc()
    for (let acts = 0; acts < 20; acts++) scribble(doc, random)
    const log = new Y.Doc()
    Y.applyUpdate(log, Y.encodeStateAsUpdate(doc))
    const clock = Y.getState(doc.store, MINE)
    for (let acts = 0; acts < 12; acts++) {
      doc.transact(() => {
        scribble(doc, random)
        doc.clientID = MINE // the other one shares at once, and refers to nothing that is unshared
      })
    }
    const renamed = renameClients(Y.encodeStateAsUpdate(doc), new Map([[MINE, { clock, to: NEW }]]))
    if (renamed === null) throw new Error(`There is an update: ${seed}.`)
    const after = new Y.Doc()
    Y.applyUpdate(after, renamed)
    expect(readAll(after), `${seed}`).toBe(readAll(doc))
    expect([after.store.pendingStructs, after.store.pendingDs]).toEqual([null, null])
    expect(Y.getState(after.store, MINE)).toBe(Math.min(clock, Y.getState(doc.store, MINE)))
    expect(Y.getState(after.store, NEW)).toBe(Y.getState(doc.store, MINE) - clock)
    // Whoever has the log and gets the rest reads the same.
    Y.applyUpdate(log, Y.encodeStateAsUpdate(after, Y.encodeStateVector(log)))
    expect(readAll(log), `${seed}`).toBe(readAll(doc))
    expect([...deletesOf(log).keys()].toSorted()).toEqual([...deletesOf(after).keys()].toSorted())
  }
})

test('what is no update is left alone', () => {
  expect(renameClients(Uint8Array.of(1, 2, 3), new Map())).toBeNull()
})
