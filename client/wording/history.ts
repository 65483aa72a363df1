/** A line of a plan's history in words, and what was there before and after it. */
import { parseDay, dayToMs } from '#domain/document/days.ts'
import type { Plain } from '#domain/document/plain.ts'
import type { Detail } from '#domain/history/details.ts'
import type { Line } from '#domain/history/lines.ts'
import { parseWho, type Who } from '#domain/plan/who.ts'
import type { Copy } from '#copy/nl.ts'

export type NamesOf = {
  /** At the beginning of a sentence. */
  person(person: string | null): string
  who(who: Who): string
}

export const toHistoryLine = (copy: Copy, line: Line, names: NamesOf): string => {
  const words = copy.history
  const { act, thing, count } = line
  const by = names.person(line.person)
  const about = line.who === null ? '' : names.who(line.who)
  const named = (what: string): string =>
    thing.kind === 'person' || about === '' ? words.named(what, line.name) : words.of(what, about)
  const the = count > 1 ? words.many[thing.kind](count) : named(words.the[thing.kind])
  switch (act) {
    case 'joined':
      return words.joined(about, roleIn(copy, line))
    case 'moved':
      return copy.newCard.renewed([about])
    case 'left':
      return words.left(about)
    case 'removed':
      return words.removed(by, about)
    case 'role':
      return words.role(by, about, roleIn(copy, line))
    case 'invited':
    case 'made':
      return words.acts.made(by, count > 1 ? the : named(words.a[thing.kind]))
    case 'wrote':
      return thing.kind === 'story' ? words.wroteStory(by) : words.acts.wrote(by, the)
    case 'took-away':
      return line.details.some(({ form }) => form !== 'value')
        ? words.tookText(by, the)
        : words.acts['took-away'](by, the)
    case 'changed':
    case 'set-aside':
    case 'brought-back':
    case 'answered':
    case 'proposed':
    case 'agreed':
    case 'finished':
      return words.acts[act](by, the)
  }
}

/** The name of a thing by itself, as a heading. */
export const toThingName = (
  copy: Copy,
  { thing, name, who }: Pick<Line, 'thing' | 'name' | 'who'>,
  names: NamesOf,
): string => {
  const what = copy.history.the[thing.kind]
  const named = who === null ? copy.history.named(what, name) : copy.history.of(what, names.who(who))
  return named.charAt(0).toUpperCase() + named.slice(1)
}

const roleIn = (copy: Copy, { details }: Line): string => {
  const [role] = details.flatMap((detail) => (detail.form === 'value' ? detail.after : []))
  return role === 'owner' || role === 'editor' || role === 'reader' ? copy.roles[role] : ''
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
