/** The words of a plan on paper and in files, composed from the screens' words, in the reader's language. */
import type { PlanWords } from '#domain/exchange/plan-text-words.ts'
import type { Authors } from '#domain/document/own-words.ts'
import type { Who } from '#domain/plan/who.ts'
import { toPaperName, toPaperWithin } from './names.ts'
import { toWhenWords } from './when-words.ts'
import { toPartNames, type WhosePlan } from './whose-plan.ts'
import { toFilledInBy, toWrittenBy } from './written-by.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import type { PlanCopy } from '#copy/languages.ts'

type People = readonly {
  readonly person: PersonId
  readonly name: string
  readonly role: keyof PlanCopy['roles']
}[]

/** Never "you", because somebody else reads the paper; always with the year, because paper is kept. */
export const toPlanWords = (
  copy: PlanCopy,
  people: People,
  authors: Authors,
  whose: WhosePlan = { name: 'mine' },
): PlanWords => {
  const toName = (who: Who): string => toPaperName(copy, who, people)
  const within = (who: Who): string => toPaperWithin(copy, who, people)
  return {
    sections: toPartNames(copy, whose),
    people: people.map(({ person, role }) => `${toName({ person })} · ${copy.roles[role]}`),
    who: toName,
    within,
    origin({ from, at, client }) {
      const person = authors.personAt(client)
      const name = person === null ? copy.general.nameless : toName({ person })
      return copy.people.origin[from](name, copy.takeOut.date(at))
    },
    personAt: authors.personAt,
    writtenBy: (hand) => toWrittenBy(copy, hand, within),
    filledInBy: (wheel) => toFilledInBy(copy, wheel, authors, within),
    author(client) {
      const person = client === null ? null : authors.personAt(client)
      return person === null ? null : { person }
    },
    date: copy.takeOut.date,
    when: (when) => toWhenWords(copy, when, 0),
    either: copy.takeOut.either,
    wheel: copy.wheel,
    goals: copy.goals,
    conversations: copy.conversations,
    contact: copy.contact,
  }
}
