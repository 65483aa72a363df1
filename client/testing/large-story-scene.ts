/** A plan whose story no phone can draw, by an editor with an app of their own. */
import { createFakePlan, ME, WORKER } from './fake-plan.ts'
import { ATTACKS, createAttacked } from './hostile-editor.ts'

export const createLargeStoryPlan = () =>
  createFakePlan({
    ...createAttacked(ATTACKS['a story of two million letters in one paragraph, and 10,000 marks']),
    members: [ME, WORKER],
  })
