/** Who wrote something down, in words, wherever it shows. Own words need none. The domain decides whose hand it is (hands.ts). */
import type { PlanCopy } from '#copy/languages.ts'
import type { Authors } from '#domain/document/own-words.ts'
import { type Hand, handOf, othersIn } from '#domain/plan/hands.ts'
import type { Who } from '#domain/plan/who.ts'

type NameOf = (who: Who) => string

/** `null` when the person wrote it themself. */
export const toWrittenBy = (copy: PlanCopy, { own, by }: Hand, nameOf: NameOf): string | null => {
  if (own) return null
  return by === null ? copy.goals.answers.byUnknown : copy.goals.answers.by([nameOf({ person: by })])
}

/** A wheel, or a topic of one: `writers` are the clientIDs whose hand is in it. `null` when it is the person's alone. */
export const toFilledInBy = (
  copy: Pick<PlanCopy, 'wheel' | 'goals'>,
  { who, writers }: { readonly who: Who; readonly writers: readonly number[] },
  authors: Authors,
  nameOf: NameOf,
): string | null => {
  const others = othersIn(who, writers, authors)
  const isTheirs = writers.some((client) => handOf(who, client, authors).own)
  if (others.length === 0) return isTheirs || writers.length === 0 ? null : copy.goals.answers.byUnknown
  const names = others.map((person) => nameOf({ person }))
  return isTheirs ? copy.wheel.alsoBy(names) : copy.wheel.by(names)
}
