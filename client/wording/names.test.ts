import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { toPaperName, toWhoName } from './names.ts'

const ANS = { person: 'ans', name: 'Ans', me: false }

test('a member is called by name, and a name that only looks like one says so', () => {
  expect(toPaperName(nl, ANS, [ANS])).toBe('Ans')
  expect(toWhoName(nl, ANS, [ANS])).toBe('Ans')
  expect(toWhoName(nl, { name: 'Ans' }, [ANS])).toBe(nl.general.noMember('Ans'))
})
