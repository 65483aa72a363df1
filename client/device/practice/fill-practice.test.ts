/** The made-up plan is written in slices: on a slow phone all of it at once held up every tap for half a second. */
import { expect, test } from 'vitest'
import { createPlanDoc } from '#domain/document/plan-doc.ts'
import { createRandomness, NOW } from '#testing/fake-plan.ts'
import { fillPractice } from './fill-practice.ts'
import { words } from './words-nl.ts'

test.for(['resident', 'worker'] as const)('no slice is more than a quarter of it, for a %s', async (as) => {
  const doc = createPlanDoc()
  const slices = [0]
  doc.on('update', () => void (slices[slices.length - 1]! += 1))
  const pause = async (): Promise<void> => void slices.push(0)
  await fillPractice(doc, words, as, NOW, createRandomness(), pause)
  const all = slices.reduce((sum, writes) => sum + writes)
  expect(Math.max(...slices) / all).toBeLessThan(0.25)
})
