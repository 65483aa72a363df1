/** How people and plans are called where they gave no name. */
import type { Copy } from './nl.ts'

type Named = { readonly name: string; readonly me: boolean }

/** For me: "you", with my name where I gave one. */
export const toName = (copy: Copy, person: Named): string => {
  if (person.me) return person.name === '' ? copy.general.you : copy.general.youAreNamed(person.name)
  return person.name === '' ? copy.general.nameless : person.name
}

/** Somebody else, inside a sentence. */
export const toNameWithin = (copy: Copy, name: string): string => name || copy.general.namelessWithin

export const toTitle = (copy: Copy, title: string | undefined): string => title || copy.general.untitled
