/**
 * The lines of a plan's history: what one person did to one thing in one sitting. Order is the log's; times are only shown, because
 * an author's clock may say anything.
 */
import type { PersonId } from '#shared/protocol/ids.ts'
import { parseMoment } from '../document/days.ts'
import { fixedIn, linkIn } from '../document/entities.ts'
import { TITLE_LIMIT, toLine } from '../document/plain.ts'
import type { EntityKind } from '../document/plan-doc.ts'
import type { Entity } from '../document/plan-state.ts'
import { type NewsPart, PART_OF } from '../news/news.ts'
import { SECTIONS } from '../plan/sections.ts'
import { parseWho, type Who } from '../plan/who.ts'
import { type Detail, type Difference, keyOfThing, type Thing } from './details.ts'
import { countLetters } from './words-diff.ts'
import { grows, isOnlySpace, lostLetters, wordsOf } from './words-of.ts'

/** `wrote`: words came and hardly any went. `spaced`: only lines and spaces differ. `took-away`: words went and hardly any came, or a thing went. */
export type Act =
  | 'made'
  | 'wrote'
  | 'changed'
  | 'spaced'
  | 'put-back'
  | 'took-away'
  | 'set-aside'
  | 'brought-back'
  | 'answered'
  | 'unanswered'
  | 'proposed'
  | 'withdrew'
  | 'agreed'
  | 'finished'
  | 'reopened'
  | 'invited'
  | 'joined'
  | 'moved'
  | 'left'
  | 'removed'
  | 'role'

export type Line = {
  readonly id: string
  /** The first and the last item of the log that it is made of. */
  readonly from: number
  readonly to: number
  readonly person: PersonId | null
  readonly act: Act
  readonly part: NewsPart
  readonly thing: Thing
  /** The thing's own words; empty where it has none. */
  readonly name: string
  /** The person that the thing is about, such as a wheel's. */
  readonly who: Who | null
  /** When the relay got it, in ms since epoch. */
  readonly at: number
  /** When its author worked on it, by their clock, where that can be true: up to `at`, and not long before it. */
  readonly edited: number | null
  /** Whether `at` is the moment itself, or the latest or earliest one that it can have been. */
  readonly certainty: 'known' | 'latest' | 'earliest'
  readonly details: readonly Detail[]
  /** The entity that went, to put it back. */
  readonly gone: Entity | null
  /** How many things it stands for, when one person did the same to very many. */
  readonly count: number
  /** A wheel that corrects another. */
  readonly corrects?: true
}

/** One accepted entry of the log, as the device keeps it. Times are in ms since epoch. */
export type LogEntry = {
  readonly seq: number
  readonly at: number
  readonly author: PersonId
  readonly firstEdit: number
  readonly lastEdit: number
  readonly update: Uint8Array
}

const partOf = (thing: Thing): NewsPart => {
  switch (thing.kind) {
    case 'story':
      return 'story'
    case 'plan':
    case 'section':
      return 'plan'
    case 'person':
      return 'people'
    default:
      return PART_OF[thing.kind]
  }
}

/** Work on one thing within this time, in ms, is one line. */
const SITTING_MS = 30 * 60_000
/** An author's clock is believed this far back, in ms: a phone that was offline for a month. */
const OFFLINE_MS = 60 * 86_400_000
/** And this far ahead of the relay's, in ms. */
const AHEAD_MS = 5 * 60_000

/** The moment that `Date` and `Intl` can hold; otherwise the beginning of time. */
const toMoment = (at: number): number => parseMoment(at) ?? 0

const editedAt = ({ at, lastEdit }: LogEntry): number | null =>
  lastEdit <= at + AHEAD_MS && lastEdit >= at - OFFLINE_MS ? Math.min(toMoment(lastEdit), toMoment(at)) : null

const NAME_TEXTS: Partial<Record<EntityKind, string>> = { wish: 'text', goal: 'title', step: 'what', talkPoint: 'text' }

export const nameOf = (entity: Entity | null): string => {
  const text = entity === null ? undefined : NAME_TEXTS[entity.kind]
  return (text === undefined ? null : toLine(entity?.texts.get(text), TITLE_LIMIT)) ?? ''
}

/** The lines of one entry, each with the details of one act. */
export const linesOf = (entry: LogEntry, differences: readonly Difference[]): readonly Line[] =>
  differences.flatMap(({ thing, before, after, details }) => {
    const about = after ?? before
    const base = {
      from: entry.seq,
      to: entry.seq,
      person: entry.author,
      part: partOf(thing),
      thing,
      name: nameOf(after) || nameOf(before),
      who: about === null ? null : parseWho(fixedIn(about, 'who')),
      at: toMoment(entry.at),
      edited: editedAt(entry),
      certainty: 'known' as const,
      gone: null,
      count: 1,
    }
    const line = (act: Act, of: readonly Detail[], more: Partial<Line> = {}): Line => ({
      ...base,
      id: `${entry.seq}/${keyOfThing(thing)}/${act}`,
      act,
      details: of,
      ...more,
    })
    if (before === null && after !== null)
      return [line('made', [], linkIn(after, 'corrects') === null ? {} : { corrects: true })]
    if (before !== null && after === null) return [line('took-away', [], { gone: before })]
    const acts = new Map<Act, Detail[]>()
    for (const detail of details) {
      const act = actOf(detail)
      acts.set(act, [...(acts.get(act) ?? []), detail])
    }
    const changed = acts.get('changed')
    if (changed !== undefined && takesAway(changed)) {
      acts.delete('changed')
      acts.set('took-away', [...(acts.get('took-away') ?? []), ...changed])
    }
    return [...acts].map(([act, of]) => line(act, of))
  })

/** Fewer letters than this, taken away at once, are a correction, and part of what else a person does in a sitting. */
const FEWEST_TAKEN = 12

/** Whether a single entry takes words away and hardly brings any. */
const takesAway = (details: readonly Detail[]): boolean => {
  if (details.some(({ form }) => form === 'value')) return false
  const { gone, come } = countLetters(wordsOf(details))
  return gone >= FEWEST_TAKEN && come <= gone * FEW
}

/** Whether words or a thing that stood there are gone, beyond a correction. */
export const tookWords = ({ act, gone, details }: Line): boolean =>
  gone !== null ||
  act === 'took-away' ||
  (act === 'changed' && details.every(({ form }) => form !== 'value') && lostLetters(details) >= FEWEST_TAKEN)

/** The acts that have a field of their own; `changed` for all others. Taking such a value back is another act than setting it. */
const actOf = (detail: Detail): Act => {
  if (detail.form !== 'value') return 'changed'
  const { field, after } = detail
  const isSet = after.some((value) => value !== null)
  if (field === 'aside') return isSet ? 'set-aside' : 'brought-back'
  if (field === 'made') return after.includes(true) ? 'brought-back' : 'took-away'
  if (field.startsWith('answer:')) return isSet ? 'answered' : 'unanswered'
  if (field === 'ending') return isSet ? 'proposed' : 'withdrew'
  if (field === 'agreed') return isSet ? 'agreed' : 'changed'
  if (field === 'finished' || field === 'held') return after.includes(true) ? 'finished' : 'reopened'
  return 'changed'
}

/** Acts that go on while somebody works on a thing: everything in one sitting is one line. */
const GOES_ON: ReadonlySet<Act> = new Set(['made', 'changed', 'took-away'])

/** Whether no line goes on from one entry to the next, in a log whose relay's clock never went back. */
export const beginsSitting = (before: Pick<LogEntry, 'at'>, next: Pick<LogEntry, 'at'>): boolean =>
  isLater(toMoment(before.at), toMoment(next.at))

const isLater = (at: number, next: number): boolean => next - at > SITTING_MS

/** Whether `next` goes on with `line`. What takes words away is a line of its own, unless they came in the same sitting. */
export const goesOn = (line: Line, next: Line): boolean =>
  line.person === next.person &&
  !isLater(line.at, next.at) &&
  GOES_ON.has(next.act) &&
  line.gone === null &&
  next.gone === null &&
  keyOfThing(line.thing) === keyOfThing(next.thing) &&
  (line.act === next.act ||
    (line.act === 'made' && next.act === 'changed') ||
    (line.act === 'changed' && joinDetails(line.details, next.details).every(isNothing)))

export const joinLines = (line: Line, next: Line): Line => ({
  ...line,
  to: next.to,
  at: next.at,
  edited: next.edited,
  name: next.name || line.name,
  details: line.act === 'made' ? [] : joinDetails(line.details, next.details),
})

const joinDetails = (earlier: readonly Detail[], later: readonly Detail[]): readonly Detail[] => {
  const all = new Map(earlier.map((detail) => [detail.field, detail]))
  for (const detail of later) {
    const known = all.get(detail.field)
    const isSame = known?.form === detail.form
    all.set(detail.field, isSame ? ({ ...detail, ...startOf(known) } as Detail) : detail)
  }
  return [...all.values()]
}
const startOf = (detail: Detail): object =>
  detail.form === 'passage'
    ? { before: detail.before, behind: detail.behind, alike: detail.alike }
    : { before: detail.before }

/** Whether a detail is back where it began. */
export const isNothing = ({ before, after }: Detail): boolean => JSON.stringify(before) === JSON.stringify(after)

/** Letters beside those that went, or came, that are only a corrected word. */
const FEW = 0.2

/** A line at its end: details that came to nothing are left out, and the words say what kind of change it was. `null`: nothing is left. */
export const finishLine = (line: Line): Line | null => {
  if (line.act !== 'changed' && (line.act !== 'took-away' || line.details.length === 0)) return line
  const details = line.details.filter((detail) => !isNothing(detail))
  if (details.length === 0) return null
  if (details.some(({ form }) => form === 'value')) return { ...line, details }
  const { gone, come } = countLetters(wordsOf(details))
  if (line.act === 'took-away') return { ...line, details }
  if (isOnlySpace(details)) return { ...line, details, act: 'spaced' }
  if (details.every(grows)) return { ...line, details, act: 'wrote' }
  const act = come <= gone * FEW && gone > 0 ? 'took-away' : gone <= come * FEW && come > 0 ? 'wrote' : 'changed'
  return { ...line, details, act }
}

export const PARTS: readonly NewsPart[] = [...SECTIONS, 'plan']
