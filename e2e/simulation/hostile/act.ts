/** One random hostile act at a time. */
import { CHECKPOINTS, COUNTING, BROKEN, type Trick } from './entries.ts'
import { makeFlood, makeGarbageEpoch } from './epochs.ts'
import type { Knowledge, HostileMember } from './member.ts'
import { makePresence } from './presence.ts'
import { SMUGGLED } from './smuggled.ts'
import { type Habit, HABITS } from './habits.ts'
import type { Chance } from '../../testing/chance.ts'

const EPOCH = 'R2 an epoch that opens for nobody'
const FLOOD = 'S8 more epochs than her part, one after another'
const PRESENCE = 'presence that is squatted'
const HERS = 'her own entry again'
const sendTrick = async (
  member: HostileMember,
  knowledge: Knowledge,
  trick: Trick,
  chance: Chance,
): Promise<boolean> => {
  const made = trick(knowledge, chance)
  if (made === null) return false
  member.send({ type: 'append', item: await member.forge(knowledge, made, made.forged) })
  return true
}

const ACTS: Readonly<Record<Habit, readonly string[]>> = {
  broken: Object.keys(BROKEN),
  counting: Object.keys(COUNTING),
  checkpoints: Object.keys(CHECKPOINTS),
  smuggled: Object.keys(SMUGGLED),
  other: [EPOCH, FLOOD, PRESENCE, HERS],
}
/** All acts that a run must meet. */
const nameOf = (act: string): string => `hostile: ${act}`
export const HOSTILE_ACTS: readonly string[] = Object.values(ACTS).flat().map(nameOf)

/** What she did, or `null` when it could not be done now. */
export const actHostile = async (member: HostileMember, habit: Habit, chance: Chance): Promise<string | null> => {
  const knowledge = await member.look()
  if (knowledge === null) return null
  const kind = chance.happens(0.5) ? habit : (chance.pick(HABITS) ?? 'other')
  const name = chance.pick(ACTS[kind]) ?? ''
  const act = async (): Promise<boolean> => {
    if (name === EPOCH) {
      member.send({ type: 'append', item: await makeGarbageEpoch(knowledge, member, chance) })
      return true
    }
    if (name === FLOOD) {
      for (const item of await makeFlood(knowledge, member, chance)) member.send({ type: 'append', item })
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
    if (kind === 'smuggled') {
      const item = (await SMUGGLED[name]?.(knowledge, chance, member)) ?? null
      if (item !== null) await member.smuggle(item, name.slice(0, 2))
      return item !== null
    }
    const trick = BROKEN[name] ?? COUNTING[name] ?? CHECKPOINTS[name]
    return trick !== undefined && sendTrick(member, knowledge, trick, chance)
  }
  return (await act()) ? nameOf(name) : null
}
