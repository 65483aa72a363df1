/** Entries that no app would make, one trick each. Most are skipped by a rule; the others count, and must harm nobody. */
import * as Y from 'yjs'
import { storyOf, valuesOf } from '#domain/document/plan-doc.ts'
import { SALT_BYTES } from '#shared/protocol/limits.ts'
import { encodeEntryContent } from '#sync/log/entry-content.ts'
import { seenPlace } from '#sync/log/log-state.ts'
import { craftUpdate } from '#sync/testing/craft-update.ts'
import type { Chance } from '../../testing/chance.ts'
import type { Forged, Knowledge } from './member.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Trick = (
  knowledge: Knowledge,
  chance: Chance,
) => { readonly update: Bytes; readonly forged?: Forged } | null

const NOTHING: Bytes = Uint8Array.of(0, 0)
/** Just below the longest text of one entry. */
const NEARLY_TOO_LONG = 3_900_000
const clockOf = ({ state }: Knowledge, client: number): number => state.clocks.get(client) ?? 0

/** An edit as any editor's app would send it. */
const written = ({ doc }: Knowledge, edit: (doc: Y.Doc) => void): Bytes => {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => edit(doc))
  return new Uint8Array(Y.encodeStateAsUpdate(doc, before))
}
const paragraph = (doc: Y.Doc, text: string): Y.XmlText => {
  const element = new Y.XmlElement('paragraph')
  const inside = new Y.XmlText(text)
  element.insert(0, [inside])
  storyOf(doc).insert(0, [element])
  return inside
}
const deep = (levels: number): unknown => {
  let value: unknown = 'bottom'
  for (let level = 0; level < levels; level++) value = [value]
  return value
}
/** Text in the root "story" under any clientID, at any clock. */
const text = (client: number, clock: number, origin?: readonly [number, number]): Bytes =>
  craftUpdate([{ client, clock, structs: [{ text: 'squat', ...(origin ? { origin } : {}) }] }])
const own = (knowledge: Knowledge): Bytes => text(knowledge.client, clockOf(knowledge, knowledge.client))

/** By what they break; the number is the rule that skips them. */
export const BROKEN: Readonly<Record<string, Trick>> = {
  'E3 malformed update': (_, chance) => ({ update: chance.bytes(40) }),
  'E3 something behind the update': (knowledge) => ({ update: Uint8Array.from([...own(knowledge), 7]) }),
  'E3 huge declared count': (knowledge) => ({
    update: craftUpdate([{ client: knowledge.client, clock: clockOf(knowledge, knowledge.client), structs: [{ text: 'x' }], count: 2 ** 40 }]), // prettier-ignore
  }),
  'E3 garbage content': (_, chance) => ({ update: NOTHING, forged: { plaintext: chance.bytes(64) } }),
  'E3 padding with a message': (knowledge) => {
    const content = { salts: [knowledge.salt], firstEdit: 1, lastEdit: 1, schema: 1, update: own(knowledge) }
    const plaintext = new Uint8Array([...encodeEntryContent(content), 1])
    return { update: NOTHING, forged: { plaintext } }
  },
  'E3 gap inside': (knowledge) => ({
    update: craftUpdate([{ client: knowledge.client, clock: clockOf(knowledge, knowledge.client), structs: [{ skip: 5 }, { text: 'x' }] }]), // prettier-ignore
  }),
  'E3 value too deep': (knowledge) => ({
    update: written(knowledge, (doc) => valuesOf(doc).set('plan/title#deep', deep(100))),
  }),
  'E3 too many salts': (knowledge, chance) => ({
    update: own(knowledge),
    forged: { content: { salts: [knowledge.salt, ...Array.from({ length: 1_000 }, () => chance.bytes(SALT_BYTES))] } },
  }),
  'E4 foreign client id': (knowledge) => ({ update: text(knowledge.foreign, clockOf(knowledge, knowledge.foreign)) }),
  'E4 invented client id': (_, chance) => ({ update: text(chance.number(1, 10_000), 0) }),
  'E5 deletes on clocks to come': (knowledge) => ({
    update: craftUpdate([], [[knowledge.foreign, clockOf(knowledge, knowledge.foreign) + 3, 50]]),
  }),
  'E5 begins later': (knowledge) => ({ update: text(knowledge.client, clockOf(knowledge, knowledge.client) + 3) }),
  'E5 other text under used clocks': (knowledge) =>
    clockOf(knowledge, knowledge.client) === 0 ? null : { update: text(knowledge.client, 0) },
  'E5 hangs on nothing': (knowledge) => ({
    update: text(knowledge.client, clockOf(knowledge, knowledge.client), [knowledge.foreign, clockOf(knowledge, knowledge.foreign) + 9]), // prettier-ignore
  }),
}

/** Tricks that count nevertheless. */
export const COUNTING: Readonly<Record<string, Trick>> = {
  'writes like anybody': (knowledge, chance) => ({
    update: written(knowledge, (doc) => void paragraph(doc, `geheim hers ${chance.number(0, 999)} `)),
  }),
  'poisoned text attributes': (knowledge, chance) => ({
    update: written(knowledge, (doc) => {
      const name = chance.pick(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'link', 'bold']) ?? ''
      const poison = chance.pick<unknown>([{ href: 'javascript:alert(1)' }, null, 1e300, { __proto__: { bold: true } }, deep(60)]) // prettier-ignore
      const words = paragraph(doc, 'geheim poison')
      words.format(0, 6, Object.fromEntries([[name, poison]]))
      ;(words.parent as Y.XmlElement).setAttribute(name, poison as string)
    }),
  }),
  'prototype keys': (knowledge, chance) => ({
    update: written(knowledge, (doc) => {
      const key = chance.pick(['__proto__', '__proto__/title#x', 'constructor/prototype#y', 'plan/__proto__#z', 'plan/title#', '/#', '#']) // prettier-ignore
      valuesOf(doc).set(key ?? '', chance.pick<unknown>([null, 1, { toString: 1 }, [[]], new Uint8Array(3)]))
      doc.getMap('goals').set('__proto__', chance.pick<unknown>([{}, 'x', new Y.Map(), new Y.Text('x')]))
    }),
  }),
  'elements in elements': (knowledge, chance) => ({
    update: written(knowledge, (doc) => {
      let at: Y.XmlElement | Y.XmlFragment = storyOf(doc)
      for (let level = chance.number(20, 800); level > 0; level--) {
        const element: Y.XmlElement = new Y.XmlElement('bulletList')
        at.insert(0, [element])
        at = element
      }
    }),
  }),
  'a thousand salts': (knowledge, chance) => ({
    update: own(knowledge),
    forged: { content: { salts: [knowledge.salt, ...Array.from({ length: 999 }, () => chance.bytes(SALT_BYTES))] } },
  }),
  'nearly too long': (knowledge, chance) =>
    chance.happens(0.3)
      ? { update: written(knowledge, (doc) => void paragraph(doc, 'geheim '.repeat(NEARLY_TOO_LONG / 7))) }
      : null,
  'edits of the year 287396': (knowledge) => ({
    update: own(knowledge),
    forged: { content: { firstEdit: 0, lastEdit: Number.MAX_SAFE_INTEGER, schema: 999 } },
  }),
  'E2 false seen': (knowledge, chance) => ({
    update: own(knowledge),
    forged: { header: { seen: { ...seenPlace(knowledge.state), hash: chance.bytes(16) } } },
  }),
  'E2 false last record': (knowledge, chance) => ({
    update: own(knowledge),
    forged: {
      header: { lastRecord: { number: chance.number(0, knowledge.chain.number + 3), hash: chance.bytes(16) } },
    },
  }),
}

const checkpoint = { header: { type: 'checkpoint' }, content: { salts: [] } } as const
const everything = ({ doc }: Knowledge): Bytes => new Uint8Array(Y.encodeStateAsUpdate(doc))
/** Checkpoints that are no copies of the document. */
export const CHECKPOINTS: Readonly<Record<string, Trick>> = {
  'K2 checkpoint with words that nobody wrote': (knowledge) => {
    paragraph(knowledge.doc, 'geheim false')
    return { update: everything(knowledge), forged: checkpoint }
  },
  'K2 checkpoint without words that somebody wrote': (knowledge) => {
    storyOf(knowledge.doc).delete(0, storyOf(knowledge.doc).length)
    return { update: everything(knowledge), forged: checkpoint }
  },
  'K2 checkpoint of garbage': (_, chance) => ({ update: chance.bytes(50), forged: checkpoint }),
  'K2 checkpoint that opens for nobody': (_, chance) => ({
    update: NOTHING,
    forged: { ...checkpoint, plaintext: chance.bytes(64) },
  }),
  'K2 checkpoint of another place': (knowledge) => {
    const number = Math.max(0, knowledge.state.seq - 2)
    return { update: everything(knowledge), forged: { ...checkpoint, header: { type: 'checkpoint', seen: { number, hash: new Uint8Array(16) } } } } // prettier-ignore
  },
}
