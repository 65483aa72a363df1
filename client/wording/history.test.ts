import { expect, test } from 'vitest'
import { en } from '#copy/en.ts'
import { nl } from '#copy/nl.ts'
import type { Copy } from '#copy/languages.ts'
import type { Detail } from '#domain/history/details.ts'
import type { Line } from '#domain/history/lines.ts'
import { ME, WORKER } from '#testing/fake-plan.ts'
import { type NamesOf, saysAll, toHistoryLine } from './history.ts'

const namesIn = (copy: Copy): NamesOf => {
  const name = (person: string | null, you: string) => (person === ME.person ? you : 'Wanda')
  return {
    person: (person) => name(person, copy.general.you),
    who: (who) => name('person' in who ? who.person : null, copy.general.you),
    within: (who) => name('person' in who ? who.person : null, copy.general.youWithin),
    isMe: (who) => 'person' in who && who.person === ME.person,
  }
}
const line = (changes: Partial<Line>): Line => ({
  id: '1',
  from: 1,
  to: 1,
  person: WORKER.person,
  act: 'changed',
  part: 'people',
  thing: { kind: 'person', id: ME.person },
  name: '',
  who: { person: ME.person },
  at: 0,
  edited: null,
  certainty: 'known',
  details: [],
  gone: null,
  count: 1,
  ...changes,
})
const value = (field: string, after: string | number): Detail => ({ form: 'value', field, before: [], after: [after] })
const say = (changes: Partial<Line>): readonly string[] =>
  [nl, en].map((copy) => toHistoryLine(copy, line(changes), namesIn(copy)))

test('what others did to me says "jou", and what I did to them begins with "Jij"', () => {
  const mine = { person: ME.person, who: { person: WORKER.person } }
  const owner = { act: 'role', details: [value('role', 'owner')] } as const
  expect(say({ act: 'removed' })).toEqual(['Wanda haalde jou uit het plan', 'Wanda removed you from the plan'])
  expect(say({ act: 'removed', ...mine })[0]).toBe('Jij haalde Wanda uit het plan')
  expect(say(owner)).toEqual(['Wanda maakte jou de baas van het plan', 'Wanda put you in charge of the plan'])
  expect(say({ ...owner, ...mine })[0]).toBe('Jij maakte Wanda de baas van het plan')
  expect(say({ act: 'role', details: [value('role', 'reader')] })[0]).toBe('Wanda liet jou alleen nog meelezen')
})

test('whose wheel or contact it is: the reader’s, that of whoever did it, or another’s', () => {
  const wheel = { thing: { kind: 'checkIn', id: 'w' as never } } as const
  const contact = { thing: { kind: 'contactCard', id: 'c' as never } } as const
  const [me, worker] = [{ person: ME.person }, { person: WORKER.person }]
  expect(say({ ...wheel, person: ME.person, who: me })).toEqual(['Jij veranderde jouw wiel', 'You changed your wheel'])
  expect(say({ ...contact, who: me })[0]).toBe('Wanda veranderde jouw keuzes voor contact')
  expect(say({ ...wheel, who: worker })).toEqual(['Wanda veranderde het eigen wiel', 'Wanda changed their own wheel'])
  expect(say({ ...wheel, person: ME.person, who: worker })[0]).toBe('Jij veranderde het wiel van Wanda')
  expect(say({ ...wheel, act: 'made', who: worker })).toEqual(['Wanda maakte een wiel', 'Wanda added a wheel'])
  const corrected = { ...wheel, act: 'made', corrects: true } as const
  expect(say({ ...corrected, who: me })).toEqual(['Wanda verbeterde jouw wiel', 'Wanda corrected your wheel'])
  expect(say({ ...corrected, who: worker })[0]).toBe('Wanda verbeterde het eigen wiel')
  expect(say({ ...wheel, act: 'made', who: me })).toEqual([
    'Wanda maakte een wiel van jou',
    'Wanda added a wheel for you',
  ])
})

test('who gives up being in charge does so to nobody', () => {
  const self = { person: ME.person, act: 'role', details: [value('role', 'editor')] } as const
  expect(say(self)).toEqual(['Jij stopte als baas van het plan', 'You stopped being in charge of the plan'])
})

test('who came says what for, and a new card holds for "you" too', () => {
  expect(say({ act: 'joined', details: [value('role', 'editor')] })[0]).toBe('Jij kwam erbij om mee te schrijven')
  expect(say({ act: 'joined' })[0]).toBe('Jij kwam erbij')
  expect(say({ act: 'moved' })).toEqual(['Jij kreeg een nieuwe sleutelkaart', 'You got a new key card'])
})

test('a name that somebody chose stands in the line, as it is shown; nobody chooses one for another', () => {
  const mine = { person: ME.person } as const
  expect(say({ ...mine, details: [value('name', 'Ans')] })).toEqual([
    'Jij koos de naam “Ans”',
    'You chose the name “Ans”',
  ])
  expect(say({ ...mine, details: [value('colour', 2)] })[0]).toBe('Jij koos een kleur')
  expect(say({ ...mine, details: [value('name', 'Ans\u202e')] })[0]).toBe('Jij koos de naam “Ans”')
  expect(say({ details: [value('name', 'Ans')] })[0]).toBe('Wanda veranderde een naam of kleur')
  const plan = { thing: { kind: 'plan' }, part: 'plan', who: null } as const
  expect(say({ ...plan, details: [value('title', 'Plan van Sam')] })[0]).toBe(
    'Wanda gaf het plan de naam “Plan van Sam”',
  )
})

test('a first name is said in full; another one has something before it to see', () => {
  const naming = (detail: Detail) => saysAll(nl, line({ person: ME.person, details: [detail] }))
  expect(naming(value('name', 'Ans'))).toBe(true)
  expect(naming({ form: 'value', field: 'name', before: ['An'], after: ['Ans'] })).toBe(false)
  expect(naming(value('colour', 2))).toBe(false)
  expect(saysAll(nl, line({ details: [value('name', 'Ans')] }))).toBe(false) // of another
})
