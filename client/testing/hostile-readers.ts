/** All of sync's readers of outside bytes, with valid examples: hostile bytes are seldom far from those. */
import fc from 'fast-check'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { decodeRecordBody, RECORD_KINDS } from '#shared/chain/record-bodies.ts'
import { decodeRecord } from '#shared/chain/records.ts'
import { fromHex, RECORD_NAMES, recordBytes, vectors } from '#shared/golden/vectors.ts'
import { decodeAppFrames } from '#shared/protocol/app-frames.ts'
import { decodeEntry } from '#shared/protocol/entries.ts'
import { decodeRelayFrames } from '#shared/protocol/relay-frames.ts'
import { deriveEpochKeys } from '#keys/content-keys.ts'
import { EMPTY_RING } from '#keys/key-ring.ts'
import { createChance, createCircle, holderOf } from '#keys/testing/circle.ts'
import { decodeCursor, encodeCursor } from '#sync/log/cursor.ts'
import { decodeAbout, decodePlan, encodeAbout, encodePlan } from '#storage/backup/backup-sections.ts'
import { decodeEntries, decodeLines, encodeEntries, encodeLines } from '#storage/journal/journal-rows.ts'
import { emptyLine } from '#storage/journal/lines.ts'
import { entryAt, placeAt } from '#storage/journal/testing/batches.ts'
import { parsePlanRow } from '#storage/rows.ts'
import { digestOf } from '#sync/document/doc-digest.ts'
import { decodeEntryContent } from '#sync/log/entry-content.ts'
import { startOfLog } from '#sync/log/log-state.ts'
import { openPresence, sealPresence } from '#sync/presence/presence.ts'
import { openPreview } from '#sync/checkpoint/preview.ts'
import { type CraftedStruct, craftUpdate } from '#sync/testing/craft-update.ts'
import { craftAwareness } from '#sync/testing/craft-awareness.ts'
import { createLog } from '#sync/testing/log.ts'
import { type Clocks, inspectUpdate, isComplete } from '#sync/update/update.ts'

type Bytes = Uint8Array<ArrayBuffer>
export type Reader = {
  readonly examples: readonly Bytes[]
  /** Any result is right; throwing or never returning is the fault. */
  read(bytes: Bytes): unknown
  readonly runs: number
  /** Crafted bytes that reach deeper than random changes. */
  readonly crafted?: fc.Arbitrary<Bytes>
}

const [A, B] = [11, 22] as const
/** One of every kind of content that Yjs has. */
const richDoc = (client: number): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = client
  const story = doc.getText('story')
  story.insert(0, 'hé, 👋 all', { bold: true })
  story.insertEmbed(2, { image: 'x' })
  story.format(3, 4, { link: { href: 'https://weef.example' } })
  story.delete(1, 2)
  const values = doc.getMap('values')
  values.set('any', [1, -1, 2 ** 40, 0.5, true, null, undefined, 'text', { deep: [{}] }, Uint8Array.of(1, 2)])
  values.set('map', new Y.Map([['key', new Y.Array()]]))
  values.set('map', 'instead')
  const element = new Y.XmlElement('p')
  doc.getXmlFragment('page').insert(0, [element, new Y.XmlText('text')])
  element.setAttribute('class', 'x')
  return doc
}
const updateOf = (doc: Y.Doc, since?: Uint8Array): Bytes => new Uint8Array(Y.encodeStateAsUpdate(doc, since))
const base = updateOf(richDoc(A))
const SAVED_PLAN = encodePlan({
  row: parsePlanRow('cGxhbi1wbGFuLXBsYW4tcA', { title: 'Mijn plan', openedAt: 1_000 })!,
  document: base,
  records: [{ seq: 1, bytes: recordBytes('root') }],
  salts: [new Uint8Array(8)],
  journal: {
    base: { place: placeAt(0), at: null, document: null },
    entries: [entryAt(1), entryAt(2)],
    end: placeAt(2),
  },
  invitations: [],
  cursor: new Uint8Array(4),
})
const onTop = (): Bytes => {
  const doc = new Y.Doc()
  doc.clientID = B
  Y.applyUpdate(doc, base)
  const before = Y.encodeStateVector(doc)
  doc.getText('story').insert(3, 'more')
  doc.getText('story').delete(0, 2)
  doc.getMap('values').set('any', 1)
  return updateOf(doc, before)
}
const BASE_CLOCKS: Clocks = Y.decodeStateVector(Y.encodeStateVector(richDoc(A)))

/** An accepted update must also apply, with the same result for everybody, and nothing pending. */
const applyAccepted = (before: Bytes | null, clocks: Clocks, update: Bytes): boolean => {
  const inspected = inspectUpdate(update)
  if (inspected === null || !isComplete(inspected, clocks)) return false
  const digests = [1, 2].map(() => {
    const doc = new Y.Doc()
    if (before !== null) Y.applyUpdate(doc, before)
    Y.applyUpdate(doc, update)
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('Something is pending.')
    return String(digestOf(doc))
  })
  if (digests[0] !== digests[1]) throw new Error('Two devices differ.')
  return true
}

const id = fc.tuple(fc.constantFrom<number>(A, B, 33), fc.nat(40))
const struct: fc.Arbitrary<CraftedStruct> = fc.oneof(
  fc.record({ text: fc.constantFrom('x', 'yé', '👋') }),
  fc.record({ text: fc.constant('x'), origin: id }),
  fc.record({ text: fc.constant('x'), right: id }),
  fc.record({ text: fc.constant('x'), origin: id, right: id }),
  fc.record({ text: fc.constant('x'), parent: fc.oneof(id, fc.constantFrom('story', 'values', '__proto__')) }),
  fc.record({ gc: fc.nat(3) }),
  fc.record({ deleted: fc.nat(3), origin: id }),
)
const crafted = fc
  .tuple(
    fc.array(
      fc.record({
        client: fc.constantFrom<number>(B, 33),
        clock: fc.constantFrom(0, 0, 0, 1),
        structs: fc.array(struct, { maxLength: 8 }),
      }),
      { maxLength: 3 },
    ),
    fc.array(fc.tuple(fc.constantFrom<number>(A, B), fc.nat(30), fc.nat(5)), { maxLength: 3 }),
  )
  .map(([blocks, deletes]) => craftUpdate(blocks, deletes))

const presence = async (): Promise<Reader> => {
  const chance = createChance('hostile presence')
  const { workspace } = (await createCircle('worker')).chain()
  const keys = await deriveEpochKeys(chance(32), workspace)
  const place = { workspace, epoch: 0, author: (await holderOf('worker')).id }
  const salt = fromHex(vectors.content.clients.salt)
  const probe = await sealPresence(keys, place, salt, craftAwareness(), chance)
  if (probe === null) throw new Error('An empty one fits.')
  return {
    examples: [craftAwareness({ client: 1, json: '{"cursor":3}' }, { client: 2, json: 'null' })],
    runs: 400,
    async read(update) {
      const sealed = await sealPresence(keys, place, salt, update, chance)
      const opened = sealed && (await openPresence(keys, place, sealed))
      if (!opened) return
      const awareness = new Awareness(new Y.Doc())
      applyAwarenessUpdate(awareness, opened.update, 'hostile')
      awareness.destroy()
    },
  }
}
/** `sealed`: by a member, whose signature and seal are valid; otherwise as received from the relay. */
const preview = async (sealed: boolean): Promise<Reader> => {
  const circle = await createCircle('worker')
  await circle.invite('worker', 'for resident')
  await circle.join('resident', 'for resident')
  const log = createLog(circle)
  log.catchUp()
  const header = { type: 'checkpoint' } as const
  const seal = (update: Bytes): Promise<Bytes> => log.sealAs('worker', { salts: [], update }, { header })
  const resident = await holderOf('resident')
  const read = async (item: Bytes) => {
    const items = [...log.items, item].map((bytes, index) => ({ seq: index + 1, bytes }))
    return openPreview(log.workspace, resident, items, Infinity, EMPTY_RING)
  }
  return sealed
    ? { examples: [base], runs: 120, crafted, read: async (update) => read(await seal(update)) }
    : { examples: [await seal(base), ...log.items], runs: 120, read }
}

const reader = (read: Reader['read'], ...examples: readonly Bytes[]): (() => Promise<Reader>) => {
  return async () => ({ read, examples, runs: 600 })
}
const { frames, content } = vectors
const cursor = encodeCursor({ ...startOfLog((await createCircle('worker')).chain().workspace), records: 0 })

export const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  'frames of the app': reader(decodeAppFrames, ...[...Object.values(frames.app), frames.appTogether].map(fromHex)),
  'frames of the relay': reader(
    decodeRelayFrames,
    ...[...Object.values(frames.relay), frames.relayTogether].map(fromHex),
  ),
  records: reader(decodeRecord, ...RECORD_NAMES.map(recordBytes)),
  'bodies of records': reader(
    (bytes) => RECORD_KINDS.map((kind) => decodeRecordBody(kind, bytes)),
    ...RECORD_NAMES.map((name) => fromHex(vectors.records[name].body)),
  ),
  entries: reader(decodeEntry, fromHex(content.entry.bytes)),
  'what an entry holds': reader(decodeEntryContent, fromHex(content.entry.padded)),
  cursors: reader(decodeCursor, cursor),
  'lines of a journal': reader(
    decodeLines,
    encodeLines({ main: emptyLine(1, placeAt(4), 5), next: emptyLine(2, placeAt(0), null) }),
    encodeLines({ main: { ...emptyLine(1, placeAt(4), 5), asked: true }, next: null }),
  ),
  'a backup: what it says of itself': reader(
    decodeAbout,
    encodeAbout({ savedAt: 1_000, earlier: [new Uint8Array(16)], settings: new Map([['home-view', 'all']]) }).bytes,
  ),
  'a backup: a plan': reader(decodePlan, SAVED_PLAN.bytes),
  'rows of a journal': reader(decodeEntries, encodeEntries([entryAt(1), entryAt(2)])),
  presence,
  updates: async () => ({
    examples: [base, onTop()],
    runs: 2_000,
    crafted,
    read: (update) => [applyAccepted(null, new Map(), update), applyAccepted(base, BASE_CLOCKS, update)],
  }),
  'previews, as the relay shows them': () => preview(false),
  'previews, as a member sealed them': () => preview(true),
}
