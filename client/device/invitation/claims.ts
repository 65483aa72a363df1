/** What a link says about people, made fit for one line of somebody else's screen: it is a claim, and may mean harm. */
import type { Greeting } from '#keys/greeting.ts'
import { NAME_LIMIT } from '#domain/plan/people.ts'
import { toLine } from '#domain/document/plain.ts'

/** Characters that show nothing: marks of direction, joiners, fillers, halves of pairs. Line breaks are left to `toLine`. */
const UNSEEN = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]+/gu
/** More marks on one letter than any writing uses: they would spill over the lines around it. */
const PILE = /(\p{M}{3})\p{M}+/gu

const toClaim = (text: string): string =>
  toLine(text.replaceAll(UNSEEN, '').normalize('NFC').replaceAll(PILE, '$1'), NAME_LIMIT) ?? ''

/** A claim without anything to read is none. */
export const toClaims = ({ inviter, organisation, whose }: Greeting): Greeting => {
  const person = whose.name === 'of' ? toClaim(whose.person) : ''
  return {
    inviter: toClaim(inviter),
    organisation: toClaim(organisation),
    whose: whose.name !== 'of' ? whose : person === '' ? { name: 'not-said' } : { name: 'of', person },
  }
}
