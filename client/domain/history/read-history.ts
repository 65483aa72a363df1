/**
 * Reads a plan's history from the entries of its log, page by page from the newest back. The document before a page is made in
 * slices with a pause after each, so that a screen stays alive on an old phone; then each entry is taken by itself and the plan
 * before it compared with the plan after it.
 */
import * as Y from 'yjs'
import { createPlanDoc } from '../document/plan-doc.ts'
import { readPlan } from '../document/read-plan.ts'
import { compare, keyOfThing, type Moment } from './details.ts'
import { finishLine, goesOn, joinLines, type Line, linesOf, type LogEntry } from './lines.ts'
import { beginOfPage, OLDER_PAGE } from './begin-of-page.ts'
import { asPutBack } from './returned.ts'
import { followParagraphs, readParagraphs } from './paragraphs.ts'

/** `base`: the document before the entries; `null` where they begin with the log. */
export type Log = { readonly base: Uint8Array | null; readonly entries: readonly LogEntry[] }

/** `lines`: the latest first. `from`: the index of the page's first entry; 0: nothing is older. */
export type Page = { readonly lines: readonly Line[]; readonly from: number }

/** What differs by platform. `pause` lets the screen draw; `prepare` makes a document behave as those of the plan do. */
export type Reading = { pause(): Promise<void>; prepare(doc: Y.Doc): void }

/** The entries applied between two pauses, and those compared: a tenth of a second's work on a slow phone, whose timers are late. */
const SLICE = 500
const COMPARED = 40

/** Reads the page that ends before this entry. */
export const readPage = async (log: Log, end: number, reading: Reading, size = OLDER_PAGE): Promise<Page> => {
  const from = beginOfPage(log.entries, end, size)
  const reader = await startReader(log, from, reading)
  await reader.read(log.entries.slice(from, end))
  return { lines: reader.lines(), from }
}

export type Reader = { read(entries: readonly LogEntry[]): Promise<void>; lines(): readonly Line[] }

/** Starts at the plan as it was before this entry. */
export const startReader = async (log: Log, from: number, { pause, prepare }: Reading): Promise<Reader> => {
  const doc = createPlanDoc()
  prepare(doc)
  await applyBefore(doc, log, from, pause)
  const paragraphs = followParagraphs(doc)
  let story = paragraphs()
  let moment: Moment = { plan: readPlan(doc), story }
  const open: Line[] = []
  return {
    async read(entries) {
      for (const [index, entry] of entries.entries()) {
        const { story: version } = moment.plan
        take(doc, [entry.update])
        const plan = readPlan(doc)
        if (plan.story !== version) story = paragraphs()
        const next: Moment = { plan, story }
        for (const line of linesOf(entry, compare(moment, next))) add(open, asPutBack(line, open))
        moment = next
        if (index % COMPARED === COMPARED - 1) await pause()
      }
    },
    lines: () =>
      open
        .map(finishLine)
        .filter((line) => line !== null)
        .reverse(),
  }
}

const applyBefore = async (
  doc: Y.Doc,
  { base, entries }: Log,
  end: number,
  pause: () => Promise<void>,
): Promise<void> => {
  if (base !== null) take(doc, [base])
  for (let start = 0; start < end; start += SLICE) {
    await pause()
    take(
      doc,
      entries.slice(start, Math.min(end, start + SLICE)).map(({ update }) => update),
    )
  }
}

/** An update that Yjs does not take leaves the others as they are. */
const take = (doc: Y.Doc, updates: readonly Uint8Array[]): void =>
  doc.transact(() => {
    for (const update of updates) {
      try {
        Y.applyUpdate(doc, update)
      } catch {
        // stored data is outside input: what cannot be read is no history
      }
    }
  }, readPage)

/** The plan as it was once this item of the log was there. */
export const readMoment = async (log: Log, seq: number, { pause, prepare }: Reading): Promise<Moment> => {
  const later = log.entries.findIndex((entry) => entry.seq > seq)
  const doc = createPlanDoc()
  prepare(doc)
  await applyBefore(doc, log, later < 0 ? log.entries.length : later, pause)
  const moment = { plan: readPlan(doc), story: readParagraphs(doc) }
  doc.destroy()
  return moment
}

/** How far back a line is looked for that goes on: people work on a few things at a time. */
const OPEN_LINES = 30

/** Adds a line, or goes on with one unless somebody else has worked on the same since: in one story each writes in a paragraph. */
const add = (open: Line[], line: Line): void => {
  for (let index = open.length - 1; index >= Math.max(0, open.length - OPEN_LINES); index -= 1) {
    const known = open[index]
    if (known === undefined) continue
    if (goesOn(known, line)) {
      open.splice(index, 1)
      return void open.push(joinLines(known, line))
    }
    if (partsLines(known, line)) break
  }
  open.push(line)
}

/** Words that another took, and words that came again, are new letters in the document: what was written before goes on no more. */
const partsLines = (known: Line, line: Line): boolean => {
  const isOthers = known.person !== line.person
  if (isOthers && isOfSame(known, line)) return true
  const brings = known.act === 'put-back' || (isOthers && known.act === 'took-away')
  return brings && keyOfThing(known.thing) === keyOfThing(line.thing)
}

/** Whether two lines are of one passage, text or value; a thing that came or went is all of it. */
const isOfSame = (one: Line, other: Line): boolean => {
  if (keyOfThing(one.thing) !== keyOfThing(other.thing)) return false
  const fields = new Set(one.details.map(({ field }) => field))
  return fields.size === 0 || other.details.length === 0 || other.details.some(({ field }) => fields.has(field))
}
