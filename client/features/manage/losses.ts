/** What would be lost for ever if this device deleted its copy of a plan. Pure. */
import type { Member, Sharing } from '#ports/open-plan.ts'

export type Loss = 'onlyHere' | 'unshared' | 'lastOwner'

export const lossesOf = (members: readonly Member[], sharing: Sharing): readonly Loss[] => {
  const others = members.filter((member) => !member.me)
  const reached = sharing.shared.name === 'shared' || sharing.shared.name === 'kept'
  const unshared = reached && sharing.saved === 'saved' ? [] : ['unshared' as const]
  if (others.length === 0) return ['onlyHere', ...unshared]
  const isOwner = members.some((member) => member.me && member.role === 'owner')
  return [...unshared, ...(isOwner && !others.some((member) => member.role === 'owner') ? ['lastOwner' as const] : [])]
}
