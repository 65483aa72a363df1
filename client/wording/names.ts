/** Names of people and plans, also where they gave none. */
import type { Copy } from '#copy/nl.ts'

type Named = { readonly name: string; readonly me: boolean }

/** For myself: "you", with my name if I gave one. */
export const toName = (copy: Copy, person: Named): string => {
  if (person.me) return person.name === '' ? copy.general.you : copy.general.youAreNamed(person.name)
  return person.name === '' ? copy.general.nameless : person.name
}

/** Another person's name within a sentence. */
export const toNameWithin = (copy: Copy, name: string): string => name || copy.general.namelessWithin

/** Another person's name at the beginning of a sentence. */
export const toNameAtStart = (copy: Copy, name: string): string => name || copy.general.nameless

export const toTitle = (copy: Copy, title: string | undefined): string => title || copy.general.untitled

type KnownPeople = readonly (Named & { readonly person: string })[]

/** A person that the plan mentions, who may not be a member, or not any more. */
export const toWhoName = (copy: Copy, who: { person: string } | { name: string }, members: KnownPeople): string => {
  if ('name' in who) return who.name
  const member = members.find(({ person }) => person === who.person)
  return member === undefined ? copy.general.nameless : toName(copy, member)
}

/** `null` when the author wrote it down themselves. */
export const toWrittenBy = (
  copy: Copy,
  { who, author }: { readonly who: { person: string } | { name: string }; readonly author: string | null },
  members: KnownPeople,
): string | null => {
  if (author === null) return copy.goals.answers.byUnknown
  if ('person' in who && who.person === author) return null
  return copy.goals.answers.by(toWhoName(copy, { person: author }, members))
}
