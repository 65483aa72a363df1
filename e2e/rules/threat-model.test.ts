/** Every claim of shared/THREAT_MODEL.md points to what holds it: that test is there, the rule is one, and the test says the rule's number. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const MODEL = read('shared/THREAT_MODEL.md')
const PATH = '(?:client|shared|sync-server|e2e)/[\\w./-]+\\.tsx?'

type Mention = { readonly line: number; readonly parts: readonly string[] }
const all = (pattern: string): readonly Mention[] =>
  MODEL.split('\n').flatMap((line, index) =>
    [...line.matchAll(new RegExp(pattern, 'g'))].map((match) => ({ line: index + 1, parts: [...match] })),
  )
const FILES = all(PATH)
const RULES = all('\\b[RECSK]\\d{1,2}\\b')
const CLAIMS = all(`\\b([RECSK]\\d{1,2}) \`(${PATH})\``)

/** Where in the model each of them stands that does not hold. */
const broken = (mentions: readonly Mention[], holds: (...parts: readonly string[]) => boolean): readonly string[] =>
  mentions
    .filter(({ parts }) => !holds(...parts))
    .map(({ line, parts }) => `shared/THREAT_MODEL.md:${line} ${parts[0] ?? ''}`)

test('every file that the model names is there', () => {
  expect(FILES.length).toBeGreaterThan(15)
  expect(broken(FILES, (path = '') => existsSync(join(ROOT, path)))).toEqual([])
})

test('every rule that the model names is a rule of the protocol', () => {
  const protocol = read('shared/PROTOCOL.md')
  expect(RULES.length).toBeGreaterThan(15)
  expect(broken(RULES, (rule) => protocol.includes(`- **${rule}** `))).toEqual([])
})

test('every rule is held by the test that the model names', () => {
  expect(CLAIMS.length).toBeGreaterThan(15)
  expect(broken(CLAIMS, (_, rule, path = '') => existsSync(join(ROOT, path)) && read(path).includes(`[${rule}]`))).toEqual([]) // prettier-ignore
})
