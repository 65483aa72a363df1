/** One plan in the words of its person, of somebody else, and while it is nobody's. */
import { expect, test } from 'vitest'
import { en } from '#copy/en.ts'
import { nl } from '#copy/nl.ts'
import {
  toBeginWords,
  toGoalQuestions,
  toPartNames,
  toStartWheel,
  toWheelLead,
  toWhosePerson,
  type WhosePlan,
} from './whose-plan.ts'

const MINE: WhosePlan = { name: 'mine' }
const NOBODYS: WhosePlan = { name: 'nobodys' }
const ANS: WhosePlan = { name: 'theirs', person: 'Ans' }

test.each([
  [MINE, ['Mijn verhaal', 'Mijn wiel', 'Zo wil ik contact']],
  [ANS, ['Verhaal van Ans', 'Wiel van Ans', 'Zo wil Ans contact']],
  [NOBODYS, ['Verhaal', 'Wiel', 'Contact']],
])('its parts, %o', (whose, said) => {
  const { story, wheel, contact } = toPartNames(nl, whose)
  expect([story, wheel, contact]).toEqual(said)
})

test('the wheel is begun and explained as of whom it is, in both languages', () => {
  const button = (whose: WhosePlan, state: 'none' | 'again' | 'open') =>
    [nl, en].map((copy) => toStartWheel(copy, whose, state))
  expect(button(MINE, 'none')).toEqual([nl.wheel.start.mine, en.wheel.start.mine])
  expect(button(ANS, 'none')).toEqual(['Vul het wiel in met Ans', 'Fill in the wheel with Ans'])
  expect(button(ANS, 'open')[0]).toBe('Ga verder met het wiel van Ans')
  expect(toWheelLead(nl, ANS, 'none')).toContain('hoe het met Ans gaat')
  expect(toWheelLead(nl, MINE, 'none')).toBe(nl.wheel.lead.none)
})

test("nobody else's plan says you or mine, and what needs no name stays", () => {
  for (const copy of [nl, en])
    for (const whose of [ANS, NOBODYS]) {
      const { lead, ...asked } = toGoalQuestions(copy, whose)
      for (const state of ['none', 'open', 'drawing'] as const)
        expect(toWheelLead(copy, whose, state)).not.toBe(copy.wheel.lead[state])
      expect(lead).not.toBe(copy.goals.lead)
      for (const words of Object.values(asked)) expect(words).not.toMatch(/\b(?:je|you)\b/i)
      const { parts, on, go } = toBeginWords(copy, whose)
      const said = [parts, on, go].flatMap(({ story, wheel }) => [story, wheel])
      for (const words of said) expect(words).not.toMatch(/\b(?:je|jouw|mijn|your|my)\b/i)
      expect(go.goal).toBe(copy.overview.begin.go.goal)
    }
})

test('a person without a name is spoken of without one', () => {
  const who = { name: 'Oma' }
  expect(toWhosePerson(who, false, () => 'Oma')).toEqual({ name: 'theirs', person: 'Oma' })
  expect(toWhosePerson(who, false, () => '')).toEqual({ name: 'nobodys' })
  expect(toWhosePerson(who, true, () => 'Oma')).toEqual({ name: 'mine' })
})
