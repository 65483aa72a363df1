/** What a link says about people, made fit for one line of somebody else's screen: it is a claim, and may mean harm. */
import type { Greeting } from '#keys/greeting.ts'
import { toShownName } from '#domain/plan/names.ts'
import { NAME_LIMIT } from '#domain/plan/people.ts'
import { toLine } from '#domain/document/plain.ts'

const toClaim = (text: string): string => toLine(toShownName(text), NAME_LIMIT) ?? ''

/** A claim without anything to read is none. */
export const toClaims = ({ inviter, organisation, whose }: Greeting): Greeting => {
  const person = whose.name === 'of' ? toClaim(whose.person) : ''
  return {
    inviter: toClaim(inviter),
    organisation: toClaim(organisation),
    whose: whose.name !== 'of' ? whose : person === '' ? { name: 'not-said' } : { name: 'of', person },
  }
}
