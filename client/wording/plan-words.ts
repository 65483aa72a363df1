/** The words of a plan on paper and in files, composed from the screens' words, in the reader's language. */
import type { PlanWords } from '#domain/exchange/plan-text-words.ts'
import type { Who } from '#domain/plan/who.ts'
import type { Copy } from '#copy/nl.ts'

type People = readonly {
  readonly person: string
  readonly name: string
  readonly role: keyof Copy['roles']
}[]

/** Never "you", because somebody else reads the paper; always with the year, because paper is kept. */
export const toPlanWords = (copy: Copy, people: People, personAt: (client: number) => string | null): PlanWords => {
  const nameOf = (person: string): string =>
    people.find((other) => other.person === person)?.name || copy.general.nameless
  return {
    sections: copy.plan,
    people: people.map(({ name, role }) => `${name || copy.general.nameless} · ${copy.roles[role]}`),
    who: (who) => ('name' in who ? who.name : nameOf(who.person)),
    author(client) {
      const person = client === null ? null : personAt(client)
      return person === null ? null : ({ person } as Who)
    },
    date: copy.takeOut.date,
    either: copy.takeOut.either,
    wheel: copy.wheel,
    goals: copy.goals,
    conversations: copy.conversations,
    contact: copy.contact,
  }
}
