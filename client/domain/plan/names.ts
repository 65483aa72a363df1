/**
 * Names as screens show them. People choose them freely, and a name decides who agreed, who is removed and who is invited: so
 * what cannot be seen is taken out, no name turns the words around it, and two names that look the same are told apart. Stored
 * names stay as they were written.
 */
import type { PersonId } from '#shared/protocol/ids.ts'
import { groupBy } from '../document/group-by.ts'

/** Characters that show nothing or whose look depends on the font: controls, joiners, fillers, unassigned and private ones. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu
const LINE_BREAK = /[\t-\r\u0085\u2028\u2029]/gu
/** Two characters join letters of some scripts and parts of emoji; between others they show nothing. */
const JOINER =
  /(?<=[\p{L}\p{M}])[\u200c\u200d](?=\p{L})|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}])(?:\ufe0f?\u200d(?=\p{Extended_Pictographic})|\ufe0f)/gu
/** The most marks on one letter: with more, they spill over the lines above and below. No living script needs four. */
const STACKED = /(\p{M}{3})\p{M}+/gu
/** Brackets are for what the app adds, such as "(jij)" and "(2)", so that nobody can write it. */
const OPENING = /\s*\p{Ps}\s*/gu
const CLOSING = /\s*\p{Pe}/gu

/** The name as it is shown; empty when nothing of it can be seen. */
export const toShownName = (name: string): string => {
  const joiners: string[] = []
  const kept = name
    .normalize('NFC')
    .replace(LINE_BREAK, ' ')
    .replace(/\ue000/gu, '')
    .replace(JOINER, (joiner) => (joiners.push(joiner), '\ue000'))
  return kept
    .replace(UNSEEN, (character) => (character === '\ue000' ? (joiners.shift() ?? '') : ''))
    .replace(STACKED, '$1')
    .replace(CLOSING, '')
    .replace(OPENING, ' – ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s–\p{M}]+|[\s–]+$/gu, '')
}

/** Letters of the scripts that are written from right to left (Unicode 17, bidirectional classes R and AL). */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
/** A left-to-right mark keeps `dir="auto"` from taking a sentence's direction from the name that begins it. */
const MARK = '\u200e'
const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069']

/** What stands isolated already. */
const ISOLATED = /\u2068[^\u2068\u2069]*\u2069/gu

/** Words of people so that their direction reaches nothing around them (Unicode TR 9): in a sentence, a list, an attribute or a file. */
export const isolate = (words: string): string =>
  RIGHT_TO_LEFT.test(words.replace(ISOLATED, '')) ? `${MARK}${FIRST_STRONG_ISOLATE}${words}${POP_ISOLATE}` : words

/** A drawn name as data for other programs. */
export const withoutIsolates = (drawn: string): string => drawn.replace(/[\u200e\u2068\u2069]/gu, '')

/** The one way to draw a name that is no member's. Those of members come drawn, and told apart. */
export const toDrawnName = (name: string): string => isolate(toShownName(name))

/** Letters of other scripts that look like Latin ones (Unicode TS 39, the common ones), by what they look like. */
const ALIKE: Readonly<Record<string, string>> = {
  a: 'аαɑ',
  b: 'вьβ',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еёєε',
  g: 'ɡ',
  h: 'нһη',
  i: 'іιıl1|ӏјj',
  k: 'кκ',
  m: 'мμ',
  n: 'пո',
  o: 'оοσ0о',
  p: 'рρ',
  r: 'гᴦ',
  s: 'ѕ5',
  t: 'тτ',
  u: 'υսц',
  v: 'νѵ',
  w: 'ѡшω',
  x: 'хχ',
  y: 'уүγ',
  z: 'ᴢ2',
}
const LOOKS: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIKE).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
)

/** What a name looks like at a glance: without case, accents, spaces and punctuation, and with look-alike letters as one. */
export const toLook = (name: string): string => {
  const plain = toShownName(name)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{S}]/gu, '')
  const look = [...plain.normalize('NFKD')].map((letter) => LOOKS.get(letter) ?? letter).join('')
  return look.replaceAll('rn', 'm').replaceAll('vv', 'w')
}

type Named = { readonly person: PersonId; readonly name: string }
/** `nth`: the place among the members who look the same, from 1; `null`: nobody else does. */
export type Told = { readonly name: string; readonly nth: number | null }

/**
 * The members' names as shown, told apart: "Ans (1)" and "Ans (2)", in the order of joining, which is the same for everybody.
 * Each of them gets a number, because a plain "Ans" beside "Ans (2)" would seem to be the real one. Where people gave no name,
 * the word for it is another's, and only the number is here.
 */
export const tellApart = (members: readonly Named[]): ReadonlyMap<PersonId, Told> => {
  const shown = members.map(({ person, name }) => ({ person, name: toShownName(name) }))
  const groups = groupBy(shown, ({ name }) => toLook(name))
  return new Map(
    shown.map(({ person, name }) => {
      const alike = groups.get(toLook(name)) ?? []
      const nth = alike.length < 2 ? null : alike.findIndex((one) => one.person === person) + 1
      return [person, { name: nth === null || name === '' ? isolate(name) : `${isolate(name)} (${nth})`, nth }]
    }),
  )
}

/** Whether a name of somebody outside the plan looks like a member's. */
export const looksLike = (name: string, members: readonly { readonly name: string }[]): boolean => {
  const look = toLook(name)
  return members.some((member) => toLook(member.name.replace(/ \(\d+\)$/u, '')) === look)
}

/** `earlier`: the keys that they had before they moved to a new card. */
export type Keyed = { readonly person: string; readonly earlier?: readonly string[] }

/** A member, also by a key that they had before. */
export const memberOf = <Member extends Keyed>(members: readonly Member[], person: string | null): Member | undefined =>
  members.find((member) => member.person === person) ??
  members.find(({ earlier }) => person !== null && earlier?.includes(person) === true)
