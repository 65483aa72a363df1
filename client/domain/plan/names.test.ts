/** Names that cannot be seen, that spill over the screen, or that look like another's. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPersonId } from '#shared/protocol/ids.ts'
import { looksLike, tellApart, toDrawnName, toLook, toShownName, withoutIsolates } from './names.ts'

const person = (fill: number) => toPersonId(new Uint8Array(16).fill(fill))
const told = (...names: readonly string[]): readonly string[] => {
  const members = names.map((name, at) => ({ person: person(at + 1), name }))
  const all = tellApart(members)
  return members.map((member) => all.get(member.person)?.name ?? '?')
}

test('what cannot be seen is taken out', () => {
  for (const unseen of [
    '\u200b',
    '\u3164',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u2800',
    '\u202e',
    '\u115f',
    '\u{e0041}',
    '\u0000',
    '\ufe0f',
    '\ue000',
  ])
    expect(toShownName(`An${unseen}s${unseen}`), unseen.codePointAt(0)?.toString(16)).toBe('Ans')
  for (const empty of ['', ' ', '\u3164\u3164', '\u200d', '\u0301', '()', '–']) expect(toShownName(empty)).toBe('')
  expect(toShownName('  Ans \n de  Wit ')).toBe('Ans de Wit')
})

test('names of people everywhere stay as they are', () => {
  const names = [
    'Zoë',
    'José',
    'Nguyễn Thị Ánh',
    'محمد',
    'رضا\u200cیی',
    'अनीता',
    'क्\u200dष',
    'สมชาย',
    'שָׁלוֹם',
    '李小龍',
    'Jan-Willem',
    "d'Arc",
  ]
  for (const name of names) expect(toShownName(name)).toBe(name.normalize('NFC'))
  expect(toShownName('Ans 👩‍👧')).toBe('Ans 👩‍👧')
})

test('the direction of a name reaches nothing around it, and a file for other programs has only its letters', () => {
  expect(toDrawnName('Wanda')).toBe('Wanda')
  for (const name of ['محمد', 'Sam דני', '\u{1e922}']) {
    expect(toDrawnName(name)).toBe(`\u200e\u2068${name}\u2069`)
    expect(withoutIsolates(toDrawnName(name))).toBe(name)
    expect(toShownName(toDrawnName(name))).toBe(name)
  }
  expect(told('محمد', 'Wanda', 'محمد')).toEqual(['\u200e\u2068محمد\u2069 (1)', 'Wanda', '\u200e\u2068محمد\u2069 (2)'])
  expect(looksLike('محمد', [{ name: '\u200e\u2068محمد\u2069 (2)' }])).toBe(true)
})

test('marks do not pile up, and brackets are the app’s own', () => {
  expect(toShownName(`A${'\u0300'.repeat(40)}ns`).length).toBeLessThan(8)
  expect(toShownName('Ans (jij)')).toBe('Ans – jij')
  expect(toShownName('Ans（2）')).toBe('Ans – 2')
  expect(toShownName('Ans ⁽jij⁾')).not.toMatch(/\p{Ps}|\p{Pe}/u)
})

test('two people of one name are told apart, and neither has it alone', () => {
  expect(told('Ans', 'Wanda')).toEqual(['Ans', 'Wanda'])
  expect(told('Ans', 'Wanda', 'Ans')).toEqual(['Ans (1)', 'Wanda', 'Ans (2)'])
  expect(told('', 'Wanda', '')).toEqual(['', 'Wanda', ''])
  const nameless = tellApart([1, 2].map((fill) => ({ person: person(fill), name: '' })))
  expect([...nameless.values()].map(({ nth }) => nth)).toEqual([1, 2])
})

test('a look-alike counts as the same name', () => {
  for (const alike of ['ans', 'Ans\u200b', 'Áns', 'Аns', 'Anѕ', 'A n s', 'A.n.s', 'ＡＮＳ', 'Ans\u3164', '𝐀ns'])
    expect(toLook(alike), alike).toBe(toLook('Ans'))
  for (const [one, other] of [
    ['Wilma', 'Wi1ma'],
    ['Wilma', 'WiIma'],
    ['Otto', '0tt0'],
    ['Arno', 'Amo'],
  ] as const)
    expect(told(one, other)).toEqual([`${one} (1)`, `${other} (2)`])
  for (const other of ['Ansje', 'Hans', 'Wanda', 'An']) expect(toLook(other)).not.toBe(toLook('Ans'))
})

test('a name from outside the plan that looks like a member’s is noticed, told apart or not', () => {
  expect(looksLike('Ans', [{ name: 'Ans' }])).toBe(true)
  expect(looksLike('Ans\u200b', [{ name: 'Ans (2)' }])).toBe(true)
  expect(looksLike('Mira', [{ name: 'Ans' }, { name: '' }])).toBe(false)
})

test('any text makes a name that is bounded, shown as it is when shown again, and no two members share one', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 }), (names) => {
      for (const name of names) {
        const shown = toShownName(name)
        expect(toShownName(shown)).toBe(shown)
        expect(shown).not.toMatch(/\p{Cc}|\p{M}{4}/u)
      }
      const seen = told(...names).filter((name) => name !== '')
      expect(new Set(seen).size).toBe(seen.length)
    }),
    { numRuns: 300 },
  )
})
