import { expect, test } from 'vitest'
import { readCheckIns } from '#domain/wheel/check-ins.ts'
import { readContactCards } from '#domain/contact/contact.ts'
import { readConversations } from '#domain/conversations/conversations.ts'
import { readGoals } from '#domain/goals/goals.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { readWishes } from '#domain/goals/wishes.ts'
import { createRandomness, NOW } from './fake-plan.ts'
import { createSamplePlan } from './sample-plan.ts'
import { readAnswers } from '#domain/testing/read-parts.ts'

test('the sample plan has something of every kind, by two people', () => {
  const { doc, resident, worker, personAt } = createSamplePlan(createRandomness(), NOW)
  expect(readStoryText(doc)).toContain('Bikkel')
  expect(readWishes(doc).map(({ aside }) => aside !== null)).toEqual([false, false, true])
  const goals = readGoals(doc)
  expect(goals.map(({ steps }) => steps.length)).toEqual([3, 2, 0])
  expect(goals.map(({ status }) => status)).toEqual([['active'], ['active'], ['proposed']])
  expect(goals.flatMap(({ id }) => readAnswers(doc, id).map(({ answer }) => answer)).toSorted()).toEqual([
    'agree',
    'agree',
    'disagree',
  ])
  expect(goals[0]?.steps[0]?.day.toSorted()).toEqual(['2026-11-27', '2026-12-03'])
  expect(goals[1]?.ending?.outcome).toBe('completed')
  expect(goals.map(({ maker }) => personAt(maker ?? 0))).toEqual([resident, worker, worker])
  const checkIns = readCheckIns(doc)
  expect(checkIns.map(({ who }) => who)).toEqual([{ person: resident }, { person: worker }, { person: resident }])
  expect(checkIns[0]?.ownTopic).toBe('Mijn hond Bikkel')
  expect(checkIns[2]?.topics.participation).toMatchObject({ score: [0], talkAbout: true })
  expect(readConversations(doc).map(({ held, points }) => [held, points.length])).toEqual([
    [false, 2],
    [true, 1],
  ])
  expect(readContactCards(doc).map(({ who }) => who)).toHaveLength(2)
})
