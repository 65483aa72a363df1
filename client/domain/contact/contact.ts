/** Contact cards: the forms, days and times of contact that each person likes, with words of their own. */
import type * as Y from 'yjs'
import type { PersonId } from '#shared/protocol/ids.ts'
import { CONTACT_FORMS, type ContactForm, oneOf } from '../document/choices.ts'
import { addEntity } from '../document/add-entity.ts'
import { fixedIn, keyOf, textIn } from '../document/entities.ts'
import type { EntityId } from '../document/entity-id.ts'
import { isSaid, type Several, severalIn } from '../document/fields.ts'
import { shownIn } from '../document/fingerprint.ts'
import { groupBy } from '../document/group-by.ts'
import { memoizeOne } from '../document/memoize.ts'
import type { Authors } from '../document/own-words.ts'
import type { Entities, Entity, Fields, PlanState } from '../document/plan-state.ts'
import { readPlan } from '../document/read-plan.ts'
import { distinct, type Randomness, setValue } from '../document/values.ts'
import { handOf, othersIn, whoNow } from '../plan/hands.ts'
import { isSameWho, parseWho, type Who, whoKey } from '../plan/who.ts'

export const LIKINGS = ['yes', 'rather-not', 'no'] as const
export type Liking = (typeof LIKINGS)[number]
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]
export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof DAY_PARTS)[number]
/** The forms of contact; "alone" is a form of a step, and no contact. */
export const LIKED_FORMS = CONTACT_FORMS.filter((form) => form !== 'alone')
export type LikedForm = Exclude<ContactForm, 'alone'>

export type ContactCard = {
  readonly id: EntityId
  readonly who: Who
  readonly maker: number | null
  readonly liking: Readonly<Record<LikedForm, Several<Liking | null>>>
  readonly times: Readonly<Record<Weekday, readonly DayPart[]>>
  readonly words: string
  /** The clientIDs whose characters stand in the words. */
  readonly writers: readonly number[]
  /** Its single values with their authors. */
  readonly fields: Fields
}

/** The cards of all devices of one author about one person, mostly themself, as one. */
export type JoinedCard = Pick<ContactCard, 'who' | 'liking' | 'times'> & {
  /** The author by the log; `null`: unknown. */
  readonly author: PersonId | null
  /** All cards: new words go into the first, and none is lost. */
  readonly cards: readonly Pick<ContactCard, 'id' | 'words'>[]
  /** Whose words they are: see hands.ts. */
  readonly own: boolean
  /** The people other than the author who wrote in the words. */
  readonly others: readonly PersonId[]
}

/** All cards, in the same order for everybody. */
export const contactCardsOf = (plan: PlanState): readonly ContactCard[] => listCards(plan.entities.contactCard)
export const readContactCards = (doc: Y.Doc): readonly ContactCard[] => contactCardsOf(readPlan(doc))

const listCards = memoizeOne((cards: Entities) =>
  shownIn(cards)
    .map(toCard)
    .filter((card) => card !== null)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
)

/**
 * Joins cards by author. Different values of two devices stand side by side, and the days and words of both are kept. A card
 * holds its author's choices alone: what others set in it is ignored (G1). In its words everybody can type, so it names them.
 */
export const joinCards = (
  cards: readonly ContactCard[],
  authors: Authors,
  authorOf: (card: ContactCard) => PersonId | null = ({ who, maker }) => handOf(who, maker, authors).by,
): readonly JoinedCard[] =>
  [...groupBy(cards, (card) => `${whoKey(whoNow(card.who, authors))} ${authorOf(card) ?? ''}`).values()].flatMap(
    (group) => {
      const [first] = group
      if (first === undefined) return []
      const author = authorOf(first)
      const who = whoNow(first.who, authors)
      const isOf = (client: number): boolean => [author, null].includes(authors.personAt(client))
      const said = group.map(({ fields }) => toChoices(only(fields, isOf)))
      return {
        who,
        author,
        own: author !== null && isSameWho(who, { person: author }),
        others: othersIn(
          author === null ? who : { person: author },
          group.flatMap(({ writers }) => writers),
          authors,
        ),
        cards: group.map(({ id, words }) => ({ id, words })),
        liking: byForm((form) => distinct(said.flatMap(({ liking }) => liking[form]))),
        times: byDay((day) => DAY_PARTS.filter((part) => said.some(({ times }) => times[day].includes(part)))),
      }
    },
  )

export const cardOf = (cards: readonly ContactCard[], who: Who): ContactCard | null =>
  cards.find((card) => isSameWho(card.who, who)) ?? null

export const addCard = (doc: Y.Doc, who: Who, randomness: Randomness): EntityId =>
  addEntity(doc, 'contactCard', { fixed: { who }, texts: { words: '' } }, randomness, addCard)

/** Finds the card of this person, or makes one. */
export const ensureCard = (doc: Y.Doc, person: PersonId, randomness: Randomness): EntityId =>
  cardOf(readContactCards(doc), { person })?.id ?? addCard(doc, { person }, randomness)

export const setLiking = (
  doc: Y.Doc,
  id: EntityId,
  form: LikedForm,
  liking: Liking | null,
  randomness: Randomness,
): void => doc.transact(() => setValue(doc, keyOf('contactCard', id, `form:${form}`), liking, randomness), setLiking)

/** Sets one part of a day. Each part is a field of its own, so that two people who fill in different parts at once are both kept. */
export const setTime = (
  doc: Y.Doc,
  id: EntityId,
  day: Weekday,
  part: DayPart,
  fits: boolean,
  randomness: Randomness,
): void => doc.transact(() => setValue(doc, keyOf('contactCard', id, `time:${day}:${part}`), fits, randomness), setTime)

/** `null`: the card names nobody. */
const toCard = memoizeOne((entity: Entity): ContactCard | null => {
  const who = parseWho(fixedIn(entity, 'who'))
  if (who === null) return null
  const { id, maker, fields } = entity
  return {
    id,
    who,
    maker,
    ...toChoices(fields),
    words: textIn(entity, 'words'),
    writers: entity.writers.get('words') ?? [],
    fields,
  }
})

const toChoices = (fields: Fields): Pick<ContactCard, 'liking' | 'times'> => ({
  liking: byForm((form) => severalIn(fields, `form:${form}`, oneOf(LIKINGS))),
  times: byDay((day) => DAY_PARTS.filter((part) => isSaid(fields, `time:${day}:${part}`))),
})

const only = (fields: Fields, isOf: (client: number) => boolean): Fields =>
  new Map([...fields].map(([name, field]) => [name, field.filter(({ client }) => isOf(client))]))

const byForm = <Value>(read: (form: LikedForm) => Value): Record<LikedForm, Value> =>
  Object.fromEntries(LIKED_FORMS.map((form) => [form, read(form)])) as Record<LikedForm, Value>
const byDay = <Value>(read: (day: Weekday) => Value): Record<Weekday, Value> =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, read(day)])) as Record<Weekday, Value>
