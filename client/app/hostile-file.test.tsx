/**
 * The readable file of a poisoned plan, opened by a browser and imported into a plan: it runs and loads nothing, and
 * contains the same words.
 */
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { toPlanWords } from '#wording/plan-words.ts'
import { readPlanData } from '#domain/exchange/export-data.ts'
import { toReadableFile } from '#domain/exchange/export.ts'
import { fillPlan } from '#domain/exchange/import-plan.ts'
import { textOfElement } from '#features/import/saved-page.ts'
import { parsePlanFile } from '#domain/exchange/import.ts'
import { createPlanDoc, type PlanDoc } from '#domain/document/plan-doc.ts'
import { readPlanParts } from '#domain/exchange/plan-text.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { readWishes } from '#domain/goals/wishes.ts'
import { createRandomness, ME, NOW } from '#testing/fake-plan.ts'
import { findHarm } from '#testing/find-harm.ts'
import { PAYLOAD, POISONS } from '#testing/hostile-plan.ts'
import { NOBODY } from '#domain/testing/read-parts.ts'

const fileOf = (doc: PlanDoc): string =>
  toReadableFile({
    title: PAYLOAD,
    language: 'nl',
    direction: 'ltr',
    parts: readPlanParts(doc, toPlanWords(nl, [], NOBODY), { extent: 'all', now: NOW }),
    data: readPlanData(doc, { savedAt: NOW, title: PAYLOAD, people: [{ person: ME.person, name: PAYLOAD }] }, NOBODY),
    labels: { savedOn: PAYLOAD, empty: 'Nog leeg.', data: 'Alle gegevens' },
  })

test.each(Object.keys(POISONS) as (keyof typeof POISONS)[])('a file of hostile %s contains words only', (kind) => {
  const doc = createPlanDoc()
  POISONS[kind](doc)
  const file = fileOf(doc)
  const { body, title } = new DOMParser().parseFromString(file, 'text/html')
  expect(title).toBe(PAYLOAD)
  expect(findHarm(body)).toEqual([])
  const read = parsePlanFile(file, textOfElement)
  if (!read.ok) throw new Error(read.reason)
  const again = createPlanDoc()
  fillPlan(again, read.plan, { me: ME.person, as: null, nameless: 'iemand' }, createRandomness())
  expect(readStoryText(again)).toBe(readStoryText(doc))
  const wordsOf = (plan: PlanDoc) =>
    readWishes(plan)
      .map(({ text }) => text)
      .toSorted()
  expect(wordsOf(again)).toEqual(wordsOf(doc))
  expect({}).not.toHaveProperty('harmed')
})
