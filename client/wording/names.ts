/** Names of people and plans, also where they gave none. Members' names come told apart (domain/plan/names.ts): here they become words. */
import type { FirstCopy } from '#copy/languages.ts'
import { isDefaultTitle } from '#copy/format/default-titles.ts'
import { type Keyed, looksLike, memberOf, toDrawnName } from '#domain/plan/names.ts'

/** `nth`: the place among members of one name, for those who gave none. */
type Called = { readonly name: string; readonly nth?: number | null }
type Named = Called & { readonly me: boolean }
type Who = { readonly person: string } | { readonly name: string }

/** For myself: "you", with my name if I gave one. */
export const toName = (copy: FirstCopy, person: Named): string => {
  if (person.me) return person.name === '' ? copy.general.you : copy.general.youAreNamed(person.name)
  return person.name === '' ? nameless(copy.general.nameless, person) : person.name
}

/** Another person's name within a sentence. */
export const toNameWithin = (copy: FirstCopy, person: Called): string =>
  person.name || nameless(copy.general.namelessWithin, person)

const nameless = (word: string, { nth }: Called): string => (typeof nth === 'number' ? `${word} (${nth})` : word)

/** Another person's name at the beginning of a sentence. */
export const toNameAtStart = (copy: FirstCopy, name: string): string => name || copy.general.nameless

/** Whose a plan is: the name of its person, `null` where that is the reader; missing: nobody's, or not known. */
type Whose = string | null | undefined

/** A title that nobody chose says whose plan it is, to its reader: "my plan" is another's to everybody else. */
export const toTitle = (copy: FirstCopy, title: string | undefined, whose?: Whose): string => {
  if (!title) return copy.general.untitled
  if (whose === undefined || !isDefaultTitle(title)) return title
  if (whose === null) return copy.start.defaultMine
  return whose === '' ? copy.start.defaultTheirs : copy.whose.of.plan(whose)
}

type KnownPeople = readonly (Called & Keyed)[]

/** A person that the plan mentions, who may not be a member, or not any more. */
export const toWhoName = (copy: FirstCopy, who: Who, members: readonly (Named & Keyed)[]): string =>
  toAnyName(copy, who, members, copy.general.nameless, (member) => toName(copy, member))

/** The same within a sentence: "written down by you". */
export const toWhoWithin = (copy: FirstCopy, who: Who, members: readonly (Named & Keyed)[]): string =>
  toAnyName(copy, who, members, copy.general.namelessWithin, (member) => {
    if (!member.me) return toNameWithin(copy, member)
    return member.name === '' ? copy.general.youWithin : toName(copy, member)
  })

/** The same without "you": somebody else reads the paper. */
export const toPaperName = (copy: FirstCopy, who: Who, members: KnownPeople): string =>
  toAnyName(
    copy,
    who,
    members,
    copy.general.nameless,
    (member) => member.name || nameless(copy.general.nameless, member),
  )

/** The same within a sentence. */
export const toPaperWithin = (copy: FirstCopy, who: Who, members: KnownPeople): string =>
  toAnyName(copy, who, members, copy.general.namelessWithin, (member) => toNameWithin(copy, member))

const toAnyName = <Member extends Called & Keyed>(
  copy: FirstCopy,
  who: Who,
  members: readonly Member[],
  unknown: string,
  ofMember: (member: Member) => string,
): string => {
  if (!('person' in who)) {
    const name = toDrawnName(who.name) || unknown
    return looksLike(name, members) ? copy.general.noMember(name) : name
  }
  const member = memberOf(members, who.person)
  return member === undefined ? unknown : ofMember(member)
}
