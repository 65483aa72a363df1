/** One hostile act at a time, by chance. */
import { CHECKPOINTS, COUNTING, BROKEN, type Trick } from './entries.ts'
import { makeGarbageEpoch } from './epochs.ts'
import type { Knowledge, Member } from './member.ts'
import { makePresence } from './presence.ts'
import { SMUGGLED } from './smuggled.ts'
import { count } from '../tally.ts'
import { type World } from '../world.ts'

const EPOCH = 'R2 an epoch that opens for nobody'
const PRESENCE = 'presence that is squatted'
const HERS = 'her own entry again'
/** What there is to be met in a run. */
export const HOSTILE_ACTS: readonly string[] = [
  ...[BROKEN, COUNTING, CHECKPOINTS, SMUGGLED].flatMap((tricks) => Object.keys(tricks)),
  EPOCH,
  PRESENCE,
  HERS,
].map((name) => `hostile: ${name}`)

const sendTrick = async (member: Member, knowledge: Knowledge, trick: Trick, { chance }: World): Promise<boolean> => {
  const made = trick(knowledge, chance)
  if (made === null) return false
  member.send({ type: 'append', item: await member.forge(knowledge, made, made.forged) })
  return true
}

export const actHostile = async (world: World, member: Member): Promise<void> => {
  const { chance, tally } = world
  const knowledge = await member.look()
  if (knowledge === null) return
  const kind = chance.happens(0.5) ? member.habit : chance.number(0, 19)
  const smuggling = kind >= 14 && kind <= 16
  const tricks = kind < 5 ? BROKEN : kind < 10 ? COUNTING : CHECKPOINTS
  const name = kind === 17 ? EPOCH : kind === 18 ? PRESENCE : kind === 19 ? HERS : chance.pick(Object.keys(smuggling ? SMUGGLED : tricks)) ?? '' // prettier-ignore
  const act = async (): Promise<boolean> => {
    if (name === EPOCH) {
      member.send({ type: 'append', item: await makeGarbageEpoch(knowledge, member, chance) })
      return true
    }
    if (name === PRESENCE) {
      const presence = await makePresence(knowledge, member, chance)
      if (presence !== null) member.send({ type: 'presence', ...presence })
      return presence !== null
    }
    if (name === HERS) {
      const before = member.sent()
      if (before !== null) member.send({ type: 'append', item: before })
      return before !== null
    }
    if (smuggling) {
      const item = (await SMUGGLED[name]?.(knowledge, chance, member)) ?? null
      if (item !== null) await member.smuggle(item, name.slice(0, 2))
      return item !== null
    }
    const trick = tricks[name]
    return trick !== undefined && sendTrick(member, knowledge, trick, world)
  }
  if (await act()) count(tally, `hostile: ${name}`)
}
