/** "I" is the reader only on their own wheel. */
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import { BROTHER, ME, WORKER } from '#testing/fake-plan.ts'
import { toTalkAbout } from './talk-about.ts'

const [mine, theirs] = [ME, WORKER].map(({ person }) => ({ who: { person } })) as [never, never]
const plan = { me: ME.person, personAt: () => null }

test('of my own wheel I say "I"; of another’s, of one who is no member, and of several people’s nobody does', () => {
  expect(toTalkAbout(nl, [mine], plan)).toBe('Hier wil ik over praten')
  expect(toTalkAbout(nl, [mine, mine], plan)).toBe('Hier wil ik over praten')
  for (const whose of [[theirs], [mine, theirs], [{ who: { name: 'Oma' } }]])
    expect(toTalkAbout(nl, whose, plan)).toBe('Hierover praten we')
})

test('a wheel of mine from before I moved to new keys is mine', () => {
  const moved = { ...plan, currentPerson: () => ME.person }
  expect(toTalkAbout(nl, [{ who: { person: BROTHER.person } }], moved)).toBe('Hier wil ik over praten')
})
