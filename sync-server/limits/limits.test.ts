/** The table of limits: how it is read from the environment, and that the README agrees with it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MAX_ITEM_BYTES, MAX_LOG_BYTES } from '#shared/protocol/limits.ts'
import { readConfig } from '../process/config.ts'
import { FIXED } from './fixed-limits.ts'
import { DEFAULT_LIMITS, type Limit, LIMITS, readLimits } from './limits.ts'

const ALL = Object.entries<Limit>(LIMITS)

test('without variables, or with empty ones, every limit has its default', () => {
  const empty = Object.fromEntries(ALL.map(([, { variable }]) => [variable, '']))
  for (const env of [{}, empty]) expect(readLimits(env)).toEqual({ ok: true, limits: DEFAULT_LIMITS })
  expect(DEFAULT_LIMITS).toMatchObject({ itemBytes: MAX_ITEM_BYTES, logBytes: MAX_LOG_BYTES })
})

describe.each(ALL)('%s', (name, { variable, unit, fallback, least, most, reason }) => {
  test('accepts its bounds, and rejects every other value with one clear sentence', () => {
    for (const value of [least, most, fallback]) {
      const read = readConfig({ [variable]: String(value) })
      expect(read.ok && read.config.limits).toEqual({ ...DEFAULT_LIMITS, [name]: value })
    }
    for (const value of [String(least - 1), String(most + 1), '1.5', 'many', `${fallback} bytes`, '1e', 'NaN']) {
      const sentence = `${variable} is "${value}": give a whole number from ${least} to ${most} (${unit}).`
      expect(readConfig({ [variable]: value })).toEqual({ ok: false, sentence })
    }
  })
  test('has a variable of its own, a unit, a reason, and a default within its bounds', () => {
    expect(ALL.filter(([, other]) => other.variable === variable)).toHaveLength(1)
    expect([unit, reason]).not.toContain('')
    expect(least <= fallback && fallback <= most).toBe(true)
  })
})

test('a limit that apps are told may be lowered and never raised', () => {
  expect([LIMITS.itemBytes.most, LIMITS.logBytes.most]).toEqual([MAX_ITEM_BYTES, MAX_LOG_BYTES])
})

test("every allowed setting leaves room for the largest item: in a log, in a person's rate, in the commit queue", () => {
  const largest = LIMITS.itemBytes.most
  expect(LIMITS.logBytes.least).toBeGreaterThan(2 * largest)
  expect(10 * LIMITS.personBytes.least).toBeGreaterThan(largest)
  expect(LIMITS.waitingBytes.least).toBeGreaterThan(largest)
  expect(LIMITS.heldBytes.least).toBeGreaterThan(LIMITS.unsentBytes.most)
})

test('the README describes every limit as it is', () => {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
  const count = (value: number): string => value.toLocaleString('en')
  const settable = ALL.map(
    ([, { variable, fallback, unit, least, most, reason }]) =>
      `| \`${variable}\` | ${count(fallback)} ${unit} | ${count(least)} – ${count(most)} | ${reason} |`,
  )
  const fixed = FIXED.map(({ name, value, unit, reason }) => `| ${name} | ${count(value)} ${unit} | ${reason} |`)
  const told = (from: string): readonly string[] => {
    const lines = readme.split('\n')
    const begin = lines.indexOf(from) + 2 // past the line of dashes
    return lines.slice(
      begin,
      lines.findIndex((line, at) => at >= begin && !line.startsWith('|')),
    )
  }
  expect(told('| variable | default | from – to | what it bounds, and why so much |')).toEqual(settable)
  expect(told('| fixed | how much | why it cannot be set |')).toEqual(fixed)
})
