/**
 * Whose words something holds: the person's it is about, or another's who wrote it down for them. The one place that decides it
 * (G1): an `Unheard` gives nothing away until it was asked whose hand it is.
 */
import type { PersonId } from '#shared/protocol/ids.ts'
import { asNow, type Authors } from '../document/own-words.ts'
import { isSameWho, type Who } from './who.ts'

/** `own`: the person said it themself. `by`: the writer by the log; `null`: unknown, and then it is nobody's own. */
export type Hand = { readonly own: boolean; readonly by: PersonId | null }

export const handOf = (who: Who, client: number | null, authors: Authors): Hand => {
  const by = client === null ? null : authors.personAt(client)
  return { own: by !== null && 'person' in who && asNow(who.person, authors) === by, by }
}

/** Whom a thing is about, as who they are now. */
export const whoNow = (who: Who, authors: Authors): Who =>
  'person' in who ? { person: asNow(who.person, authors) } : who

declare const UNHEARD: unique symbol
/** Words of a person as the document has them. Their fields are out of reach: see `hear`. */
export type Unheard<Words> = { readonly [UNHEARD]: Words }
type Said = { readonly who: Who; readonly client: number }

export const unheard = <Words extends Said>(words: Words): Unheard<Words> => words as unknown as Unheard<Words>

/** The words, with whose hand they are: a screen says who wrote them down when they are not their own. `named`: whom the key names. */
export const hear = <Words extends Said>(
  words: Unheard<Words>,
  authors: Authors,
): Words & Hand & { readonly named: Who } => {
  const said = words as unknown as Words
  return { ...said, named: said.who, who: whoNow(said.who, authors), ...handOf(said.who, said.client, authors) }
}

/** The same of all that was said of one thing: what a person said by new keys stands in place of what they said by earlier ones. */
export const hearAll = <Words extends Said>(all: readonly Unheard<Words>[], authors: Authors) => {
  const heard = all.map((words) => hear(words, authors))
  const isOfNow = ({ who, named }: (typeof heard)[number]): boolean => isSameWho(who, named)
  const saidNow = heard.filter((words) => words.own && isOfNow(words))
  return heard.filter((words) => !words.own || isOfNow(words) || !saidNow.some(({ who }) => isSameWho(who, words.who)))
}

/** The people other than this one who wrote in it, each once and in the same order for everybody. */
export const othersIn = (who: Who, clients: readonly number[], authors: Authors): readonly PersonId[] =>
  [
    ...new Set(
      clients.map((client) => handOf(who, client, authors)).flatMap(({ own, by }) => (own || by === null ? [] : [by])),
    ),
  ].sort()
