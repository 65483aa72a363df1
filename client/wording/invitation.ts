/** Who invites to whose plan, in words. The names are claims of a link. */
import type { PlanCopy } from '#copy/languages.ts'
import type { Greeting } from '#ports/device.ts'

const toInviter = (copy: PlanCopy, { inviter, organisation }: Greeting): string => {
  const name = inviter === '' ? copy.join.someone : inviter
  return organisation === '' ? name : copy.join.inviterOf(name, organisation)
}

/** `null`: of an invitation that does not say. */
export const toInvitationLine = (copy: PlanCopy, greeting: Greeting | null): string => {
  if (greeting === null) return copy.join.from['not-said'](copy.join.someone)
  const who = toInviter(copy, greeting)
  const { whose } = greeting
  return whose.name === 'of' ? copy.join.fromOf(who, whose.person) : copy.join.from[whose.name](who)
}

/** The words beside a link that is sent. */
export const toShareText = (copy: PlanCopy, whose: Greeting['whose']): string =>
  whose.name === 'of' ? copy.invite.ready.shareTextOf(whose.person) : copy.invite.ready.shareText[whose.name]
