import { expect, test } from 'vitest'
import { nl } from '#copy/nl.ts'
import type { Sharing } from '#ports/open-plan.ts'
import { toSharingWords } from './sharing-words.ts'

const NOW = new Date(2026, 10, 22, 14, 12).getTime()
const AT = new Date(2026, 10, 22, 14, 10).getTime()
const base: Sharing = { saved: 'saved', shared: { name: 'shared', at: AT }, connection: 'online' }
const words = (changes: Partial<Sharing>, now = NOW) => {
  const { kind, tone, short, long } = toSharingWords(nl, { ...base, ...changes }, now)
  return { kind, tone, short: short.join(' · ').replaceAll('\u00a0', ' '), long }
}

test('saved and shared: both in words, with the time', () => {
  expect(words({}).short).toBe('Bewaard op dit toestel · Gedeeld om 14:10')
})

test('shared on another day includes the day', () => {
  expect(words({}, NOW + 24 * 60 * 60 * 1000).short).toBe('Bewaard op dit toestel · Gedeeld op 22 november')
})

test('not shared yet says that it happens by itself', () => {
  const { short, long, tone } = words({ shared: { name: 'not-shared-yet' }, connection: 'offline' })
  expect(short).toBe('Bewaard op dit toestel · Nog niet gedeeld')
  expect(long).toBe('Nog niet gedeeld. Dat gebeurt vanzelf als er verbinding is.')
  expect(tone).toBe('waiting')
})

test('[C1] "saved" is not shown while saving, nor after a failure', () => {
  expect(words({ saved: 'saving' }).short).not.toContain('Bewaard op')
  expect(words({ saved: { failed: 'full' } })).toMatchObject({
    kind: 'not-saved',
    tone: 'attention',
    short: 'Niet bewaard op dit toestel · Gedeeld om 14:10',
  })
})

test.each([
  [{ name: 'kept', at: AT }, 'Niet bewaard op dit toestel · Op slot op de server'],
  [{ name: 'keeping' }, 'Niet bewaard op dit toestel · Nog niet gedeeld'],
  [{ name: 'not-shared-yet' }, 'Niet bewaard op dit toestel · Nog niet gedeeld'],
] as const)('a device that keeps nothing says whether closing it loses words (%o)', (shared, short) => {
  expect(words({ saved: { failed: 'unavailable' }, shared }).short).toBe(short)
})

test('a plan of one person says that the relay has it too, locked, and never that it is shared', () => {
  const kept = words({ shared: { name: 'kept', at: AT } })
  expect(kept).toMatchObject({ tone: 'good', short: 'Bewaard op dit toestel · Op slot op de server' })
  expect(words({ shared: { name: 'keeping' } }).short).toBe('Bewaard op dit toestel · Op weg naar de server')
  const here = words({ shared: { name: 'only-here' }, connection: 'offline' })
  expect(here).toMatchObject({ tone: 'waiting', short: 'Bewaard op dit toestel · Nog alleen hier' })
})

test('an unreachable relay is reported calmly', () => {
  expect(words({ connection: 'offline' })).toMatchObject({
    tone: 'good',
    long: 'Geen verbinding. Je kunt gewoon verder schrijven.',
  })
})

test('a newcomer sees a copy first, and that it is being checked, online and offline', () => {
  for (const connection of ['connecting', 'offline'] as const)
    expect(words({ shared: { name: 'not-shared-yet' }, connection, checking: true })).toEqual({
      kind: 'checking',
      tone: 'waiting',
      short: 'Bewaard op dit toestel · We kijken het plan na',
      long: nl.sharing.explain.checking,
    })
})

test('a relay without room: not shared yet, and why; sending is retried', () => {
  const { tone, short, long } = words({ shared: { name: 'not-shared-yet' }, connection: { refused: 'relay-full' } })
  expect(short).toBe('Bewaard op dit toestel · Nog niet gedeeld')
  expect({ tone, long }).toEqual({ tone: 'attention', long: nl.sharing.refused['relay-full'].text })
})

test.each([
  'outdated-app',
  'removed',
  'left',
  'closed',
  'unknown',
  'log-differs',
  'damaged',
  'full',
  'share-full',
] as const)('refused (%s): sharing has stopped, and why', (refused) => {
  const { kind, tone, short, long } = words({ connection: { refused } })
  expect({ kind, tone, long }).toEqual({ kind: 'stopped', tone: 'attention', long: nl.sharing.refused[refused].text })
  expect(short).toBe('Bewaard op dit toestel · Delen is gestopt')
})
