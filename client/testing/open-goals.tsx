/** The goal screens with one goal of two steps, which another device has as well. */
import { fireEvent, screen as page } from '@solidjs/testing-library'
import * as Y from 'yjs'
import { nl } from '#copy/nl.ts'
import type { Day } from '#domain/document/days.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { addGoal, readGoals } from '#domain/goals/goals.ts'
import { createPlanDoc, type PlanDoc } from '#domain/document/plan-doc.ts'
import { addStep } from '#domain/goals/steps.ts'
import { createFakePlan, createRandomness, ME, WORKER, workspaceId } from './fake-plan.ts'
import type { Member } from '#ports/open-plan.ts'
import type { FakeDeviceOptions } from './fake-device.ts'
import { renderApp } from './render-app.tsx'

export const words = nl.goals
export const random = createRandomness(3)
export const MINE = 11
const THEIRS = 22

/** A goal with two steps, on my device and on the worker's. */
export const setUp = () => {
  const [doc, other] = [createPlanDoc(MINE), createPlanDoc(THEIRS)]
  const goal = addGoal(doc, { title: 'Naar de tuin', topic: 'participation' }, random)
  const first = addStep(doc, goal, { what: 'Bellen', day: '2026-11-28' as Day }, random)
  const second = addStep(doc, goal, { what: 'Fietsen' }, random)
  const merge = (): void => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  }
  merge()
  const personAt = (client: number) => (client === MINE ? ME.person : client === THEIRS ? WORKER.person : null)
  /** A device that received the first document's changes before the second's. */
  const heard = (...docs: readonly PlanDoc[]): PlanDoc => {
    const fresh = createPlanDoc(MINE + THEIRS)
    for (const each of docs) Y.applyUpdate(fresh, Y.encodeStateAsUpdate(each))
    return fresh
  }
  return { doc, other, goal, first, second, merge, heard, personAt }
}
type Setting = ReturnType<typeof setUp>

export const show = async (
  setting: Setting,
  path: string,
  members: readonly Member[] = [ME, WORKER],
  drafts: FakeDeviceOptions['drafts'] = {},
) => {
  const fake = createFakePlan({ doc: setting.doc, personAt: setting.personAt, members })
  const shown = await renderApp(`/plan/${workspaceId(7)}/goals${path}`, { plan: fake.plan, drafts })
  await page.findByRole('heading', { level: 1 })
  await page.findByRole('heading', { name: path.startsWith('/') ? words.steps : words.goals })
  return { ...fake, ...shown }
}
export const press = (name: string | RegExp): void => void fireEvent.click(page.getByRole('button', { name }))
export const statusOf = (doc: PlanDoc, goal: EntityId) => readGoals(doc).find(({ id }) => id === goal)?.status
