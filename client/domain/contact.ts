/** How each person likes contact: in which form, on which days and times, and in words of their own. */
import type * as Y from 'yjs'
import type { PersonId } from '#shared/protocol/ids.ts'
import { CONTACT_FORMS, type ContactForm, oneOf } from './choices.ts'
import { type EntityId, keyOf, makerOf, readFixed, readText } from './entities.ts'
import { readSeveral, type Several } from './fields.ts'
import { addEntity, readIds } from './making.ts'
import { rememberList } from './memory.ts'
import type { Plain } from './plain.ts'
import { type Randomness, setValue } from './values.ts'
import { isSameWho, parseWho, type Who } from './who.ts'

export const LIKINGS = ['yes', 'rather-not', 'no'] as const
export type Liking = (typeof LIKINGS)[number]
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]
export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof DAY_PARTS)[number]
/** Doing it alone is no form of contact. */
export const LIKED_FORMS = CONTACT_FORMS.filter((form) => form !== 'alone')
export type LikedForm = Exclude<ContactForm, 'alone'>

export type ContactCard = {
  readonly id: EntityId
  readonly who: Who
  readonly maker: number | null
  readonly liking: Readonly<Record<LikedForm, Several<Liking | null>>>
  readonly times: Readonly<Record<Weekday, readonly DayPart[]>>
  readonly words: string
}

/** Two devices of one person may each have made a card: the first counts, and the words of the others stay readable there. */
export const readContactCards = (doc: Y.Doc): readonly ContactCard[] =>
  rememberList(doc, 'contactCard', 'read', () =>
    readIds(doc, 'contactCard')
      .map((id) => readCard(doc, id))
      .filter((card) => card !== null),
  )

export const cardOf = (cards: readonly ContactCard[], who: Who): ContactCard | null =>
  cards.find((card) => isSameWho(card.who, who)) ?? null

/** The card of this person, made if there is none. */
export const ensureCard = (doc: Y.Doc, person: PersonId, randomness: Randomness): EntityId =>
  cardOf(readContactCards(doc), { person })?.id ??
  addEntity(doc, 'contactCard', { fixed: { who: { person } }, texts: { words: '' } }, randomness, ensureCard)

export const setLiking = (
  doc: Y.Doc,
  id: EntityId,
  form: LikedForm,
  liking: Liking | null,
  randomness: Randomness,
): void => doc.transact(() => setValue(doc, keyOf('contactCard', id, `form:${form}`), liking, randomness), setLiking)

/** One field for each part of a day, so that two who fill in different parts at once are both right. */
export const setTime = (
  doc: Y.Doc,
  id: EntityId,
  day: Weekday,
  part: DayPart,
  fits: boolean,
  randomness: Randomness,
): void => doc.transact(() => setValue(doc, keyOf('contactCard', id, `time:${day}:${part}`), fits, randomness), setTime)

const isTrue = (value: Plain): true | null => (value === true ? true : null)

const readCard = (doc: Y.Doc, id: EntityId): ContactCard | null => {
  const who = parseWho(readFixed(doc, 'contactCard', id, 'who'))
  if (who === null) return null
  const fits = (day: Weekday, part: DayPart): boolean =>
    readSeveral(doc, 'contactCard', id, `time:${day}:${part}`, isTrue).includes(true)
  return {
    id,
    who,
    maker: makerOf(doc, 'contactCard', id),
    liking: Object.fromEntries(
      LIKED_FORMS.map((form) => [form, readSeveral(doc, 'contactCard', id, `form:${form}`, oneOf(LIKINGS))]),
    ) as Record<LikedForm, Several<Liking | null>>,
    times: Object.fromEntries(
      WEEKDAYS.map((day) => [day, DAY_PARTS.filter((part) => fits(day, part))]),
    ) as unknown as Record<Weekday, readonly DayPart[]>,
    words: readText(doc, 'contactCard', id, 'words'),
  }
}
