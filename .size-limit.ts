/** How much JavaScript a person pays for, in brotli (quality.md, figure 8). Reads the manifest of the build, so renamed chunks cannot escape. */
import { readFileSync } from 'node:fs'

type Chunk = {
  readonly file: string
  readonly name?: string
  readonly isEntry?: true
  readonly imports?: string[]
  readonly dynamicImports?: string[]
}

/**
 * The screen that opens first; when the app loads it lazily, it counts as part of the first load all the same. The list of plans
 * can be read and tapped before what opens a plan is there; that of many plans, with its search, and English have a row of their
 * own. What the browser does for one button, such as drawing a key card's picture, is no part of it.
 */
const FIRST_SCREEN = /^(app\/(?!browser\/)|features\/home\/)/

const chunks = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8')) as Record<string, Chunk>

const collect = (name: string, seen: Set<string>): Set<string> => {
  const chunk = chunks[name]
  if (chunk === undefined || seen.has(name)) return seen
  seen.add(name)
  const next = [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? []).filter((lazy) => FIRST_SCREEN.test(lazy))]
  for (const other of next) collect(other, seen)
  return seen
}

const entries = Object.keys(chunks).filter((name) => chunks[name]?.isEntry)
const filesOf = (names: readonly string[]): string[] =>
  [...names.reduce((seen, name) => collect(name, seen), new Set<string>())]
    .flatMap((name) => chunks[name]?.file ?? [])
    .map((file) => `dist/${file}`)

/** By the names that vite.config.ts gives to files. A name that is none any more would make its row smaller, and so fails. */
const named = (name: string): string[] => {
  const found = Object.keys(chunks).filter((key) => chunks[key]?.name === name)
  if (found.length === 0) throw new Error(`No file of the app is called ${name}.`)
  return found
}
const wayTo = (...names: readonly string[]): string[] => filesOf([...entries, ...names.flatMap(named)])

export default [
  { name: 'JavaScript to the first usable screen', path: filesOf(entries), limit: '55 kB' }, // of 105 (quality.md, figure 8)
  { name: 'the same in English', path: wayTo('en-first'), limit: '58.5 kB' },
  { name: 'the same with many plans', path: wayTo('many'), limit: '59.5 kB' },
  {
    name: 'JavaScript to the practice plan, without the editor',
    path: wayTo('plan', 'run-practice'),
    limit: '153 kB',
  },
  {
    name: 'JavaScript to a plan or an invitation, without the editor',
    path: wayTo('plan', 'engine'),
    limit: '198 kB',
  },
  { name: 'JavaScript to its other parts, without the editor', path: wayTo('parts', 'engine'), limit: '222 kB' },
  { name: 'JavaScript to what is opened now and then', path: wayTo('more', 'engine'), limit: '279.5 kB' },
  { name: 'JavaScript in total, with the service worker', path: 'dist/**/*.js', limit: '433 kB' }, // why not 250: shared/docs/decisions/2026-11-home-comes-first.md
]
