/** The beginning of most journeys: one person has a plan, others join, and everybody has the story open. */
import type { Invited, Person } from './people.ts'

export const together = async (
  owner: Person,
  title: string,
  ...others: readonly (readonly [person: Person, as: Invited])[]
): Promise<void> => {
  await owner.startPlan(title)
  for (const [person, as] of others) await person.join(await owner.invite(as))
  await owner.goTo('Mijn verhaal')
  await owner.seesHere(...others.map(([person, as]) => (as === 'leest mee' ? 'iemand zonder naam' : person.name)))
}
