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
 * can be read, searched and tapped before what opens a plan is there. What the browser does for one button, such as drawing a key
 * card's picture, is no part of it.
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

const named = (name: string): string[] => Object.keys(chunks).filter((key) => chunks[key]?.name === name)

export default [
  { name: 'JavaScript to the first usable screen', path: filesOf(entries), limit: '70 kB' }, // of 105 (quality.md, figure 8): Yjs alone is 20, and nothing on the list of plans needs it
  {
    name: 'JavaScript to a plan, without the editor',
    path: filesOf([...entries, ...named('plan'), ...named('engine')]),
    limit: '218 kB',
  },
  { name: 'JavaScript in total, with the service worker', path: 'dist/**/*.js', limit: '422 kB' }, // why not 250: shared/docs/decisions/2026-11-home-comes-first.md
]
