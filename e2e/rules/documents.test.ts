/** The documents say what is there: every folder is on the map, every rule that a comment cites exists, every link leads somewhere. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const PARTS = ['client', 'shared', 'sync-server', 'e2e', '.ci']
/** Below a part: `client/sync/checkpoint` has a line, `client/domain/exchange/fhir` is told with its parent. */
const DEPTH = 3

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const find = (patterns: readonly string[]): readonly string[] =>
  globSync([...patterns], { cwd: ROOT, exclude: (name) => /(^|\/)(node_modules|dist|data)$/.test(name) }).toSorted()
const inParts = (name: string): readonly string[] => PARTS.map((part) => `${part}/**/${name}`)

const DOCUMENTS = find(['*.md', '.github/**/*.md', ...inParts('*.md')])
const SOURCES = find(['*.ts', '.*.ts', ...inParts('*.{ts,tsx,mjs,css}'), 'client/index.html']).filter(
  (file) => !file.endsWith('documents.test.ts'),
)

/** Every match with the place where it stands, outside of code blocks. */
const search = (file: string, pattern: RegExp) => {
  const text = read(file).replaceAll(/^```[\s\S]*?^```/gm, (block) => block.replaceAll(/[^\n]/g, ''))
  return text
    .split('\n')
    .flatMap((line, index) => [...line.matchAll(pattern)].map((match) => ({ at: `${file}:${index + 1}`, match })))
}

test('every folder has its line in the map of the README, and every folder of the map is there', () => {
  const files = find(inParts('*')).filter((file) => /[^/]\.[^/]+$/.test(file))
  const folders = new Set(
    files.flatMap((file) => {
      const names = dirname(file).split('/').slice(0, DEPTH)
      return names.map((_, index) => names.slice(0, index + 1).join('/'))
    }),
  )
  const map = search('README.md', /^\| \[([^\]]+)\]\(([^)]+)\) \| \S/g).flatMap(({ match: [, name = '', link] }) =>
    name === link && PARTS.includes(name.split('/')[0] ?? '') && !name.endsWith('.md') ? [name] : [],
  )
  expect(map.length).toBeGreaterThan(50)
  expect([...folders].filter((folder) => !map.includes(folder)).map((folder) => `${folder} has no line`)).toEqual([])
  expect(map.filter((folder) => !folders.has(folder)).map((folder) => `${folder} is not there`)).toEqual([])
})

/** Where a document stands that comments name without its path. */
const PLACES: Readonly<Record<string, string>> = {
  'product.md': 'shared/docs/product.md',
  'quality.md': 'shared/docs/quality.md',
  'PROTOCOL.md': 'shared/PROTOCOL.md',
  'THREAT_MODEL.md': 'shared/THREAT_MODEL.md',
  'RESULTS.md': 'e2e/bench/RESULTS.md',
}
/** How what is cited begins where it is said. */
const toBeginning = (kind: string, number: string): string => {
  if (kind === 'figure') return `| ${number} | `
  if (kind === '§') return `## ${number}. `
  const isWord = kind === 'rule' || kind === 'pitfall' || kind === 'habit'
  return isWord ? `- **${kind[0]?.toUpperCase()}${kind.slice(1)} ${number}.` : `- **${kind}${number}** `
}
const says = (path: string, kind: string, number: string): boolean =>
  read(path).includes(`\n${toBeginning(kind, number)}`)

test('every document that a comment names is there, with the rule, figure or section that it cites', () => {
  const cited = SOURCES.flatMap((file) =>
    search(file, /([\w./-]*\w\.md)(?:,? ?(rule |figure |pitfall |habit |§|[RECSK])(\d+))?/g).map(
      ({ at, match: [text, path = '', kind, number] }) => ({ at, file, text, path, kind, number }),
    ),
  )
  expect(cited.length).toBeGreaterThan(80)
  const wrong = cited.filter(({ file, path, kind, number }) => {
    const place = [PLACES[path] ?? path, join(dirname(file), path)].find((one) => existsSync(join(ROOT, one)))
    if (place === undefined) return true
    return kind !== undefined && number !== undefined && !says(place, kind.trim(), number)
  })
  expect(wrong.map(({ at, text }) => `${at} ${text}`)).toEqual([])
})

test('every rule of the product that a test names exists', () => {
  const named = SOURCES.flatMap((file) => search(file, /'\[rule (\d+)\]/g))
  expect(named.length).toBeGreaterThan(5)
  const wrong = named.filter(({ match: [, number = ''] }) => !says(PLACES['product.md'] ?? '', 'rule', number))
  expect(wrong.map(({ at, match: [text] }) => `${at} ${text}`)).toEqual([])
})

const toAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-')
const anchorsOf = (path: string): readonly string[] =>
  search(path, /^#+ (.+)$/g).map(({ match: [, heading = ''] }) => toAnchor(heading))

test('every link between documents leads somewhere', () => {
  const links = DOCUMENTS.flatMap((file) =>
    search(file, /\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g).map(({ at, match: [, path = '', anchor] }) => ({
      at,
      target: path === '' ? file : join(dirname(file), path),
      anchor,
    })),
  )
  expect(links.length).toBeGreaterThan(100)
  const dead = links.filter(
    ({ target, anchor }) =>
      !existsSync(join(ROOT, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor)),
  )
  expect(dead.map(({ at, target, anchor = '' }) => `${at} ${target}#${anchor}`)).toEqual([])
})

test('every file and folder that a document names is there', () => {
  const named = DOCUMENTS.flatMap((file) => search(file, /`((?:client|shared|sync-server|e2e|\.ci)\/[\w./-]+)`/g))
  expect(named.length).toBeGreaterThan(100)
  const gone = named.filter(({ match: [, path = ''] }) => !existsSync(join(ROOT, path)))
  expect(gone.map(({ at, match: [, path] }) => `${at} ${path}`)).toEqual([])
})
