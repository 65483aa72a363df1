/** A line of a plan's history in words, and what was there before and after it. */
import { dayTimeToMs, dayToMs, parseDay, parseDayTime } from '#domain/document/days.ts'
import type { Plain } from '#domain/document/plain.ts'
import type { Detail } from '#domain/history/details.ts'
import type { Line } from '#domain/history/lines.ts'
import { toDrawnName } from '#domain/plan/names.ts'
import { parseWho, type Who } from '#domain/plan/who.ts'
import type { Role } from '#shared/chain/roles.ts'
import type { Copy } from '#copy/languages.ts'

export type NamesOf = {
  /** At the beginning of a sentence. */
  person(person: string | null): string
  who(who: Who): string
  /** Anywhere else in it: "took you out". */
  within(who: Who): string
  isMe(who: Who): boolean
}

/** "The goal “Sleep”", "your wheel", "their own wheel", "the wheel of Ans". */
const toThe = (
  copy: Copy,
  { thing: { kind }, name, who, person }: Pick<Line, 'thing' | 'name' | 'who' | 'person'>,
  names: NamesOf,
): string => {
  const words = copy.history
  if (who === null || kind === 'person') return words.named(words.the[kind], name)
  if (kind === 'checkIn' || kind === 'contactCard') {
    if (names.isMe(who)) return words.yours[kind]
    if (isOwn(who, person)) return words.own[kind]
  }
  return words.of(words.the[kind], names.within(who))
}

const toMade = (copy: Copy, { thing: { kind }, name, who, person }: Line, names: NamesOf): string => {
  const words = copy.history
  if (who === null || kind === 'person') return words.named(words.a[kind], name)
  return isOwn(who, person) ? words.a[kind] : words.madeFor(words.a[kind], names.within(who))
}

const isOwn = (who: Who, person: string | null): boolean => 'person' in who && who.person === person

export const toHistoryLine = (copy: Copy, line: Line, names: NamesOf): string => {
  const words = copy.history
  const { act, thing, count } = line
  const by = names.person(line.person)
  const about = line.who === null ? '' : names.who(line.who)
  const within = line.who === null ? '' : names.within(line.who)
  const the = count > 1 ? words.many[thing.kind](count) : toThe(copy, line, names)
  switch (act) {
    case 'joined':
      return words.joined[roleIn(line) ?? 'unknown'](about)
    case 'moved':
      return words.moved(about)
    case 'left':
      return words.left(about)
    case 'removed':
      return words.removed(by, within)
    case 'role':
      return by === about ? words.gaveUp(by) : words.role[roleIn(line) ?? 'unknown'](by, within)
    case 'invited':
    case 'made':
      if (count === 1 && line.corrects) return words.acts.corrected(by, the)
      return words.acts.made(by, count > 1 ? the : toMade(copy, line, names))
    case 'wrote':
      return thing.kind === 'story' ? words.wroteStory(by) : words.acts.wrote(by, the)
    case 'took-away':
      return line.details.some(({ form }) => form !== 'value')
        ? words.tookText(by, the)
        : words.acts['took-away'](by, the)
    case 'changed':
      return toNaming(copy, line, by) ?? words.acts.changed(by, the)
    case 'put-back':
      return line.details.length > 0 ? words.putTextBack(by, the) : words.acts['put-back'](by, the)
    case 'spaced':
    case 'set-aside':
    case 'brought-back':
    case 'answered':
    case 'unanswered':
    case 'proposed':
    case 'withdrew':
    case 'agreed':
    case 'finished':
    case 'reopened':
      return words.acts[act](by, the)
  }
}

/** The name of a thing by itself, as a heading. */
export const toThingName = (copy: Copy, piece: Pick<Line, 'thing' | 'name' | 'who'>, names: NamesOf): string => {
  const named = toThe(copy, { ...piece, person: null }, names)
  return named.charAt(0).toUpperCase() + named.slice(1)
}

const roleIn = ({ details }: Line): Role | null => {
  const [role] = details.flatMap((detail) => (detail.form === 'value' ? detail.after : []))
  return role === 'owner' || role === 'editor' || role === 'reader' ? role : null
}

/** Whether the sentence names all that the details hold: a first name, where there was none. */
export const saysAll = (copy: Copy, line: Line): boolean =>
  line.act === 'changed' &&
  line.details.every((detail) => detail.form === 'value' && detail.field !== 'colour' && detail.before.length === 0) &&
  toNaming(copy, line, '') !== null

/** A person's or plan's new name says more than that "a name" changed; `null`: the line is about something else. */
const toNaming = (copy: Copy, { thing, count, details, person }: Line, by: string): string | null => {
  const chosen = (field: string): string | null => {
    const value = details.flatMap((detail) => (detail.form === 'value' && detail.field === field ? detail.after : []))
    const name = value.length === 1 && typeof value[0] === 'string' ? toDrawnName(value[0]) : ''
    return name === '' ? null : name
  }
  if (count > 1) return null
  if (thing.kind === 'plan') {
    const title = chosen('title')
    return title === null ? null : copy.history.calledPlan(by, title)
  }
  if (thing.kind !== 'person' || thing.id !== person) return null
  const name = chosen('name')
  if (name !== null) return copy.history.calledSelf(by, name)
  return details.every(({ field }) => field === 'colour') ? copy.history.coloured(by) : null
}

type FieldWords = Copy['history']['fields']

/** The name of a field, such as "How it is going"; of the wheel with its topic. */
export const toFieldName = (copy: Copy, { field, form }: Detail): string => {
  const { fields } = copy.history
  if (form === 'passage') return ''
  const [name = '', topic = ''] = field.split(':')
  const known = isField(fields, name) ? fields[name] : fields.other
  const topics: Partial<Record<string, string>> = copy.wheel.topics
  const about = Object.hasOwn(copy.wheel.topics, topic) ? topics[topic] : undefined
  return about === undefined ? known : `${about}: ${known}`
}
const isField = (fields: FieldWords, name: string): name is keyof FieldWords => Object.hasOwn(fields, name)

/** Several values that were set at once stand beside each other. */
export const toValueWords = (
  copy: Copy,
  field: string,
  values: readonly Plain[],
  names: NamesOf,
  now: number,
): readonly string[] => {
  const shown = values.filter((value) => value !== null).map((value) => toWords(copy, field, value, names, now))
  return shown.length === 0 ? [copy.history.empty] : shown
}

const toWords = (copy: Copy, field: string, value: Plain, names: NamesOf, now: number): string => {
  const words = copy.history
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (field === 'colour' && typeof value === 'number') return words.colour(value + 1)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return toChoice(copy, field, value, now)
  const who = parseWho(value)
  if (who !== null && !('answer' in Object(value))) return names.who(who)
  return toSaid(copy, value, names) ?? words.fields.other
}

const LISTS = ['stepStatus', 'status'] as const

const toChoice = (copy: Copy, field: string, value: string, now: number): string => {
  const day = parseDay(value)
  if (day !== null) return copy.goals.day(dayToMs(day), now)
  const time = parseDayTime(value)
  if (time !== null) return copy.goals.dayAndTime(dayTimeToMs(time), now)
  const lists: readonly Partial<Record<string, string>>[] = [
    ...(field === 'status' ? LISTS.map((list) => copy.goals[list]) : []),
    ...(field === 'form' || field === 'nextForm' ? [copy.conversations.forms] : []),
    ...(field.startsWith('form:') ? [copy.contact.likings] : []),
    ...(field === 'role' ? [copy.roles] : []),
  ]
  return lists.find((list) => Object.hasOwn(list, value))?.[value] ?? value
}

/** An answer to a goal with whose it is, whoever wrote it down; or a proposal to end one. */
const toSaid = (copy: Copy, value: Plain, names: NamesOf): string | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { who, answer, words, outcome } = value as { readonly [name: string]: Plain }
  const whose = parseWho(who)
  if ((answer === 'agree' || answer === 'disagree') && whose !== null)
    return copy.goals.answers.said(
      names.who(whose),
      copy.goals.answers.short[answer],
      typeof words === 'string' ? words : '',
    )
  return outcome === 'completed' || outcome === 'cancelled' ? copy.goals.ending.propose[outcome] : null
}
