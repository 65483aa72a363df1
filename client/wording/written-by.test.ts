/** Who filled in a wheel and who only said that it is ready, in words: nobody is named for what they did not do. */
import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { Who } from '#domain/plan/who.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { toFilledInBy } from './written-by.ts'

const [FATMA, WANDA, SAM] = ['Fatma', 'Wanda', 'Sam'] as PersonId[] as [PersonId, PersonId, PersonId]
const BY_CLIENT = new Map([
  [1, FATMA],
  [2, WANDA],
  [3, SAM],
])
const authors = { personAt: (client: number) => BY_CLIENT.get(client) ?? null }
const nameOf = (who: Who): string => ('person' in who ? who.person : who.name)
const said = (writers: readonly number[], finishers: readonly number[]) =>
  toFilledInBy(nl, { who: { person: FATMA }, writers, finishers }, authors, nameOf)

test.each([
  ['one’s own, finished by oneself', [1], [1], null],
  ['finished by another', [1], [2], 'Afgerond door Wanda'],
  ['filled in by another too, who finished it', [1, 2], [2], 'Ook ingevuld door Wanda'],
  ['filled in by one and finished by another', [2], [3], 'Ingevuld door Wanda · Afgerond door Sam'],
  ['filled in by nobody known', [9], [2], `${nl.goals.answers.byUnknown} · Afgerond door Wanda`],
])('%s', (_, writers, finishers, words) => expect(said(writers, finishers)).toBe(words))
