/** How people and plans are called where they gave no name. */
import type { Copy } from '#copy/nl.ts'

type Named = { readonly name: string; readonly me: boolean }

/** For me: "you", with my name where I gave one. */
export const toName = (copy: Copy, person: Named): string => {
  if (person.me) return person.name === '' ? copy.general.you : copy.general.youAreNamed(person.name)
  return person.name === '' ? copy.general.nameless : person.name
}

/** Somebody else, inside a sentence. */
export const toNameWithin = (copy: Copy, name: string): string => name || copy.general.namelessWithin

export const toTitle = (copy: Copy, title: string | undefined): string => title || copy.general.untitled

type KnownPeople = readonly (Named & { readonly person: string })[]

/** Somebody the plan speaks of, who may not take part, or not any more. */
export const toWhoName = (copy: Copy, who: { person: string } | { name: string }, members: KnownPeople): string => {
  if ('name' in who) return who.name
  const member = members.find(({ person }) => person === who.person)
  return member === undefined ? copy.general.nameless : toName(copy, member)
}

/** `null` where somebody wrote it themself. */
export const toWrittenBy = (
  copy: Copy,
  { who, author }: { readonly who: { person: string } | { name: string }; readonly author: string | null },
  members: KnownPeople,
): string | null => {
  if (author === null) return copy.goals.answers.byUnknown
  if ('person' in who && who.person === author) return null
  return copy.goals.answers.by(toWhoName(copy, { person: author }, members))
}
