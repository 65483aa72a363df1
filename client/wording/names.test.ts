import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { en } from '#copy/en.ts'
import { toPaperName, toPaperWithin, toTitle, toWhoName, toWhoWithin } from './names.ts'

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

test('a title that nobody chose says whose plan it is to its reader, in their language', () => {
  const { defaultMine, defaultTheirs } = nl.start
  for (const title of [defaultMine, defaultTheirs, en.start.defaultMine, en.start.defaultTheirs]) {
    expect(toTitle(nl, title, 'Ans')).toBe('Plan van Ans')
    expect(toTitle(nl, title, null)).toBe(defaultMine)
    expect(toTitle(nl, title, '')).toBe(defaultTheirs)
    expect(toTitle(nl, title)).toBe(title)
  }
  expect(toTitle(nl, 'Weer rust', 'Ans')).toBe('Weer rust')
  expect(toTitle(nl, '', 'Ans')).toBe(nl.general.untitled)
})
