import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { toPaperName, toPaperWithin, toWhoName, toWhoWithin } from './names.ts'

const ANS = { person: 'ans', name: 'Ans', me: false }

test('a member is called by name, and a name that only looks like one says so', () => {
  expect(toPaperName(nl, ANS, [ANS])).toBe('Ans')
  expect(toWhoName(nl, ANS, [ANS])).toBe('Ans')
  expect(toWhoName(nl, { name: 'Ans' }, [ANS])).toBe(nl.general.noMember('Ans'))
})

test('within a sentence nobody begins with a capital but a name', () => {
  const said = (name: string, me: boolean) => nl.wheel.by([toWhoWithin(nl, ANS, [{ ...ANS, name, me }])])
  expect(said('', true)).toBe('Ingevuld door jou')
  expect(said('Ans', true)).toBe('Ingevuld door Ans (jij)')
  expect(said('', false)).toBe('Ingevuld door iemand zonder naam')
  expect(said('Ans', false)).toBe('Ingevuld door Ans')
  expect(toWhoWithin(nl, { person: 'bo' }, [ANS])).toBe('iemand zonder naam')
  expect(toPaperWithin(nl, ANS, [{ person: 'ans', name: '' }])).toBe('iemand zonder naam') // others read the paper
})
