/** A worker's sixty plans, some with news, most with something to come; in every seventh stands what people write in three weeks. */
import type { PlanSummary } from '#ports/device.ts'
import { readPassages } from '#domain/search/passages.ts'
import type { FakeDeviceOptions } from './fake-device.ts'
import { createRandomness, NOW, workspaceId } from './fake-plan.ts'
import { agendaAt } from './sample-agenda.ts'
import { createSamplePlan } from './sample-plan.ts'

const DAY_MS = 24 * 60 * 60 * 1000

const newsOf = (index: number): PlanSummary['news'] => {
  if (index % 6 !== 1) return []
  const [story, goals] = [
    { part: 'story', things: 0, letters: 20 } as const,
    { part: 'goals', things: 3, letters: 90 } as const,
  ]
  const ans = { name: 'Ans', at: NOW - 2 * DAY_MS, parts: [story, goals] }
  const wheel = { name: '', at: NOW, parts: [{ part: 'wheel', things: 1, letters: 9 } as const] }
  return index % 12 === 1 ? [ans, wheel] : [ans]
}

export const manyPlans = (people: PlanSummary['people']): { readonly device: FakeDeviceOptions } => {
  const plans = Array.from({ length: 60 }, (_, index) => ({
    id: workspaceId(100 + index),
    title: ['Rustig wonen', 'Weer aan het werk', 'Minder piekeren', 'Plan van Émile'][index % 4] ?? '',
    archived: index % 20 === 19,
    openedAt: NOW - index * DAY_MS,
    people: people.slice(index % 2),
    unshared: index % 15 === 4,
    agenda: agendaAt(index),
    news: newsOf(index),
  }))
  const passages = readPassages(createSamplePlan(createRandomness(), NOW).doc)
  return { device: { plans, passages: (id) => (plans.findIndex((plan) => plan.id === id) % 7 === 0 ? passages : []) } }
}
