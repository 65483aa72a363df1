/** The documents say what is there: every folder is on the map, every link leads somewhere. */
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
