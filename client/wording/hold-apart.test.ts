/** Words of people in a sentence, whatever they are given as. */
import { expect, test } from 'vitest'
import { en } from '#copy/en.ts'
import { nl } from '#copy/nl.ts'
import { createPseudo } from '#copy/pseudo.ts'
import { holdApart } from './hold-apart.ts'

const [SAMIRA, HELD] = ['سميرة 3', '\u200e\u2068سميرة 3\u2069']

test.each([nl, en, createPseudo(nl)])(
  'in $languageName, what is written from right to left stands isolated',
  (language) => {
    const copy = holdApart(language)
    expect(copy.goals.openGoalOf(SAMIRA)).toBe(language.goals.openGoalOf(HELD))
    expect(copy.home.people([SAMIRA, 'Bas'])).toBe(language.home.people([HELD, 'Bas']))
    expect(copy.home.people(['Ans', 'Bas'])).toBe(language.home.people(['Ans', 'Bas']))
    expect(copy.locale).toBe(language.locale)
    expect(copy.home.explanation).toEqual(language.home.explanation)
  },
)

test('a sentence within a sentence is isolated once', () => {
  const copy = holdApart(nl)
  const said = copy.conversations.wheelItem('Ans', 'Meedoen', SAMIRA)
  expect(copy.conversations.addOf(said)).toBe(nl.conversations.addOf(said))
  expect(copy.goals.openGoalOf(HELD)).toBe(nl.goals.openGoalOf(HELD))
})

test('what is no words comes as it was', () => {
  expect(holdApart(nl).takeOut.date(0)).toBe(nl.takeOut.date(0))
  expect(holdApart(nl).worker.find.found(2)).toBe(nl.worker.find.found(2))
})
