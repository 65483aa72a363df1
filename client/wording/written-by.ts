/** Who wrote something down, in words, wherever it shows. Own words need none. The domain decides whose hand it is (hands.ts). */
import type { PlanCopy } from '#copy/languages.ts'
import type { Authors } from '#domain/document/own-words.ts'
import { type Hand, handOf, othersIn } from '#domain/plan/hands.ts'
import type { Who } from '#domain/plan/who.ts'
import type { PersonId } from '#shared/protocol/ids.ts'

type NameOf = (who: Who) => string

/** `null` when the person wrote it themself. */
export const toWrittenBy = (copy: PlanCopy, { own, by }: Hand, nameOf: NameOf): string | null => {
  if (own) return null
  return by === null ? copy.goals.answers.byUnknown : copy.goals.answers.by([nameOf({ person: by })])
}

/** Whose hand is in a wheel, or a topic of one, by clientIDs. `finishers`: they said that it is ready, which fills in nothing. */
export type FilledIn = {
  readonly who: Who
  readonly writers: readonly number[]
  readonly finishers?: readonly number[]
}

/** `null` when it is the person's alone. */
export const toFilledInBy = (
  copy: Pick<PlanCopy, 'wheel' | 'goals'>,
  { who, writers, finishers = [] }: FilledIn,
  authors: Authors,
  nameOf: NameOf,
): string | null => {
  const others = othersIn(who, writers, authors)
  const only = othersIn(who, finishers, authors).filter((person) => !others.includes(person))
  const isTheirs = writers.some((client) => handOf(who, client, authors).own)
  const said: string[] = []
  const namesOf = (people: readonly PersonId[]) => people.map((person) => nameOf({ person }))
  if (others.length > 0) said.push((isTheirs ? copy.wheel.alsoBy : copy.wheel.by)(namesOf(others)))
  else if (!isTheirs && writers.length > 0) said.push(copy.goals.answers.byUnknown)
  if (only.length > 0) said.push(copy.wheel.finishedBy(namesOf(only)))
  return said.length === 0 ? null : said.join(' · ')
}
