import { expect, test } from 'vitest'
import { replaceMeasured } from './results.ts'
import { toTable } from './table.ts'

const row = (table: string, what: string): string => table.split('\n').find((line) => line.includes(what)) ?? ''

test('hand-written text stays, measured text is replaced', () => {
  const first = replaceMeasured(
    '# Title\n<!-- measured by `npm run bench`: written anew each time -->\nold\n<!-- written by hand from here on -->\nwhy\n',
    'new',
  )
  expect(first).toContain('new')
  expect(first).not.toContain('old')
  expect(first).toMatch(/^# Title\n[^]*\nwhy\n$/)
  expect(replaceMeasured(first ?? '', 'newer')).toMatch(/newer[^]*why/)
  expect(replaceMeasured('no marks', 'new')).toBeNull()
})

test('a figure is the median of its rounds, beside its aim', () => {
  const table = toTable(
    new Map([
      [
        'deliveries',
        new Map([
          ['weef-sqlite', [20, 17, 16].map((cpu) => ({ 'CPU µs/delivery': cpu, undelivered: 0, refused: 1 }))],
          ['weef-postgres', [{ 'CPU µs/delivery': 19, undelivered: 0, refused: 0 }]],
          ['bare', [{ 'CPU µs/delivery': 10, undelivered: 0, refused: 0 }]],
        ]),
      ],
    ]),
  )
  expect(row(table, 'relay CPU per delivery')).toContain('| 17 (1.7 ×) | 19 (1.9 ×) | 10 |')
  expect(row(table, 'relay CPU per delivery')).toMatch(/yes \/ \*\*no\*\* \|$/)
  expect(row(table, 'not delivered')).toContain('| 0 | 3 | 0 | 0 |')
})
