/** Every claim of shared/THREAT_MODEL.md points to what holds it: that test is there, the rule is one, and the test says the rule's number. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const MODEL = read('shared/THREAT_MODEL.md')
const PATH = '(?:client|shared|sync-server|e2e)/[\\w./-]+\\.tsx?'

const all = (pattern: string): readonly RegExpMatchArray[] => [...MODEL.matchAll(new RegExp(pattern, 'g'))]
const FILES = [...new Set(all(PATH).map(([path]) => path))]
const RULES = [...new Set(all('\\b[RECSK]\\d{1,2}\\b').map(([rule]) => rule))]
const CLAIMS = all(`\\b([RECSK]\\d{1,2}) \`(${PATH})\``).map(([, rule = '', path = '']) => [rule, path] as const)

test.each(FILES)('%s is there', (path) => expect(existsSync(join(ROOT, path))).toBe(true))

test.each(RULES)('%s is a rule of the protocol', (rule) => {
  expect(read('shared/PROTOCOL.md')).toContain(`- **${rule}** `)
})

test.each(CLAIMS)('%s is held by %s', (rule, path) => expect(read(path)).toContain(`[${rule}]`))

test('there is much that is claimed', () => {
  expect([FILES.length, RULES.length, CLAIMS.length].every((count) => count > 15)).toBe(true)
})
