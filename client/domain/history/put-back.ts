/**
 * Putting back what went: an ordinary new change, by the person who puts it back. Words are inserted where they stood, between what
 * is around them now; a value stands beside one that others have set since. Nothing that is there now goes.
 */
import * as Y from 'yjs'
import type { PersonId } from '#shared/protocol/ids.ts'
import { showAgain } from '../document/aside.ts'
import { keyOf } from '../document/entities.ts'
import type { Plain } from '../document/plain.ts'
import { ENTITY_KINDS, entitiesOf, storyOf, valuesOf } from '../document/plan-doc.ts'
import { type Entity, fieldsOf, readable } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { textOf } from '../document/texts.ts'
import { splitKey, type ValueKey } from '../document/value-name.ts'
import { itemsIn } from '../document/written-by.ts'
import { addValue, type Randomness, readValues, setValue, valuesIn } from '../document/values.ts'
import { compare, type Detail, type Difference, keyOfThing, type Moment, type Thing } from './details.ts'
import type { Line } from './lines.ts'
import { readParagraphs } from './paragraphs.ts'
import { putBackPassages } from './put-back-story.ts'
import { isRewritten, toInsertions } from './insertions.ts'
import { isPartOf, type Whole } from './whole.ts'

type Asker = { readonly me: PersonId; readonly randomness: Randomness }

/** Whether this brings something back, for this person: nobody says again what another person said. */
export const mayPutBack = (line: Line, me: PersonId): boolean => {
  if (line.count > 1) return false
  if (line.gone !== null || line.act === 'set-aside') return true
  if (line.act !== 'took-away' && line.act !== 'changed') return false
  return line.details.some((detail) => isTaken(detail) && mayReturn(line, detail, me))
}

/** Words or a value that were there before. */
const isTaken = (detail: Detail): boolean => {
  switch (detail.form) {
    case 'text':
      return toInsertions(detail.before, detail.after, detail.after).length > 0
    case 'passage':
      return detail.before !== null && detail.before.text.trim() !== ''
    case 'value':
      return detail.before.length > 0
  }
}

/** The fields that say what one person thinks, or that something is over. */
const OWN = /^(?:answer:|ending$|agreed$|finished$|held$|successor$|schema$|begunFor$)/

/** A name, a colour and a contact card count only from whom they are about (shared/docs/decisions, "own words"). */
const mayReturn = ({ thing, who }: Pick<Line, 'thing' | 'who'>, { form, field }: Detail, me: PersonId): boolean => {
  if (OWN.test(field)) return false
  if (thing.kind === 'person') return thing.id === me
  return thing.kind !== 'contactCard' || form !== 'value' || (who !== null && 'person' in who && who.person === me)
}

/** Puts back what a line took away, in one transaction. `false`: it is all there. */
export const putBack = (doc: Y.Doc, line: Line, { me, randomness }: Asker): boolean => {
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    const { thing, gone, details } = line
    if (gone !== null) putBackEntity(doc, gone, randomness)
    if (line.act === 'set-aside' && 'id' in thing && thing.kind !== 'section' && thing.kind !== 'person')
      showAgain(doc, thing.kind, thing.id, randomness)
    if (line.act === 'set-aside') return
    putBackPassages(
      doc,
      details.filter((detail) => detail.form === 'passage'),
    )
    for (const detail of details) {
      if (detail.form === 'passage' || !mayReturn(line, detail, me)) continue
      if (detail.form === 'text') putBackText(doc, thing, detail)
      else putBackValue(doc, `${keyOfThing(thing)}/${detail.field}`, detail, randomness)
    }
  }, putBack)
  return !isEqual(before, Y.encodeStateVector(doc))
}

/** Whether nothing is left to put back of all these lines, whoever put it back or took it back; tried on a copy. */
export const isAllBack = (doc: Y.Doc, lines: readonly Line[], asker: Asker): boolean => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const isBack = lines.every((line) => mayPutBack(line, asker.me) && !putBack(copy, line, asker))
  copy.destroy()
  return isBack
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

const putBackText = (doc: Y.Doc, thing: Thing, detail: Extract<Detail, { form: 'text' }>): void => {
  if (!('id' in thing) || thing.kind === 'section' || thing.kind === 'person') return
  const text = textOf(doc, thing.kind, thing.id, detail.field)
  if (text === null) return
  if (isRewritten(detail.before, detail.after)) return putBackSentence(text, detail.before.trim())
  // From the last to the first, so that the places of the others stay as they are.
  for (const { at, text: words, gaps } of toInsertions(detail.before, detail.after, text.toString()).toReversed())
    text.insert(at, gaps[0] + words + gaps[1])
}

/** What was rewritten comes back whole, before what is there now; once, whoever puts it back. */
const putBackSentence = (text: Y.Text, sentence: string): void => {
  const now = text.toString()
  if (!now.includes(sentence)) text.insert(0, now.trim() === '' ? sentence : `${sentence} `)
}

/**
 * Brings back what a whole part of the plan had at a moment and misses now, in one transaction. Words go between what is there now; a
 * value comes back only where none is: what anybody chose since counts. `false`: it is all there.
 */
export const putBackWhole = (doc: Y.Doc, then: Moment, whole: Whole, { me, randomness }: Asker): boolean => {
  const before = Y.encodeStateVector(doc)
  const now: Moment = { plan: readPlan(doc), story: readParagraphs(doc) }
  doc.transact(() => {
    for (const difference of compare(then, now)) {
      const { thing } = difference
      if (!isPartOf(whole, thing, difference)) continue
      if (difference.after === null && difference.before !== null) putBackEntity(doc, difference.before, randomness)
      putBackPassages(
        doc,
        difference.details.filter((detail) => detail.form === 'passage'),
      )
      for (const detail of difference.details) putBackMissing(doc, difference, detail, { me, randomness })
    }
  }, putBack)
  return !isEqual(before, Y.encodeStateVector(doc))
}

const putBackMissing = (doc: Y.Doc, { thing }: Difference, detail: Detail, { me, randomness }: Asker): void => {
  if (detail.form === 'text') return putBackText(doc, thing, detail)
  if (detail.form !== 'value' || !mayReturn({ thing, who: null }, detail, me)) return
  if (detail.field === 'aside' && 'id' in thing && thing.kind !== 'section' && thing.kind !== 'person') {
    if (!detail.before.some(isSet) && detail.after.some(isSet)) showAgain(doc, thing.kind, thing.id, randomness)
    return
  }
  if (!detail.after.some(isSet) && detail.before.some(isSet))
    putBackValue(doc, `${keyOfThing(thing)}/${detail.field}`, detail, randomness)
}
const isSet = (value: Plain): boolean => value !== null

type ValueDetail = Extract<Detail, { form: 'value' }>

/** In the place of the value that took its place; beside whatever anybody has set since. */
const putBackValue = (doc: Y.Doc, key: ValueKey, { before, after }: ValueDetail, randomness: Randomness): void => {
  const now = readValues(doc, key)
  const missing = before.filter((value) => !now.some((other) => isSame(other, value)))
  const [first, ...rest] = missing
  if (first === undefined) return
  if (isSame(now, after)) setValue(doc, key, first, randomness)
  else addValue(doc, key, first, randomness)
  for (const value of rest) addValue(doc, key, value, randomness)
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** An entity that no app of ours takes out of the document, as it was. */
const putBackEntity = (doc: Y.Doc, { kind, id, fixed, texts, fields }: Entity, randomness: Randomness): void => {
  if (!(entitiesOf(doc, kind).get(id) instanceof Y.Map)) {
    const map = new Y.Map<unknown>()
    for (const [name, value] of fixed) if (value !== undefined) map.set(name, value)
    for (const [name, text] of texts) map.set(name, new Y.Text(text))
    entitiesOf(doc, kind).set(id, map)
  }
  for (const [field, values] of fields) {
    const key = keyOf(kind, id, field)
    const [owner, name] = splitKey(key)
    if (OWN.test(field) || valuesIn(fieldsOf(readPlan(doc), owner), name).length > 0) continue
    for (const { value } of readable(values) as readonly { readonly value: Plain }[])
      addValue(doc, key, value, randomness)
  }
}

export type PutBackUndo = { readonly undo: () => void; readonly stop: () => void }

/** Follows a document, so that a putting back can be taken back in its turn; what others wrote into it stays. */
export const followPutBack = (doc: Y.Doc): PutBackUndo => {
  const roots = [storyOf(doc), valuesOf(doc), ...ENTITY_KINDS.map((kind) => entitiesOf(doc, kind))]
  const manager = new Y.UndoManager(roots, {
    trackedOrigins: new Set([putBack]),
    captureTimeout: 0,
    deleteFilter: (item) => !holdsOthers(item),
  })
  return { undo: () => void manager.undo(), stop: () => manager.destroy() }
}

/** The levels looked through: our own have a few, and a sender may nest thousands. */
const MAX_DEPTH = 40

/** Whether somebody else has written inside this. */
const holdsOthers = (item: Y.Item, depth = MAX_DEPTH): boolean => {
  if (!(item.content instanceof Y.ContentType)) return false
  if (depth === 0) return true
  const { first, keyed } = itemsIn(item.content.type)
  const children = [...keyed]
  for (let child = first; child !== null; child = child.right) children.push(child)
  return children.some(
    (child) => !child.deleted && (child.id.client !== item.id.client || holdsOthers(child, depth - 1)),
  )
}
