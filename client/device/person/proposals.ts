/** What this device proposed once, as its setting stores it. */
import type { Proposal } from '#ports/device.ts'

const PROPOSALS: Readonly<Record<Proposal, true>> = { 'card-with-content': true, 'card-with-ownership': true }
const isProposal = (word: string): word is Proposal => Object.hasOwn(PROPOSALS, word)
/** Words of a newer app are left out. */
export const parseProposals = (words: string): readonly Proposal[] => words.split(' ').filter(isProposal)
