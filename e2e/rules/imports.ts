/** Which of our files imports which. Types count; `import('…')` as a type does not exist here, the linter refuses it. */
import { dirname, join } from 'node:path/posix'
import { parseSync } from 'vite'
import type { Sources } from './sources.ts'
import { lineOf } from './syntax.ts'

export type Import = { readonly from: string; readonly line: number; readonly to: string }

type Aliases = Readonly<Record<string, string>>

/** The file of ours that a name leads to; `null` for packages, styles and pictures. */
const resolve = (from: string, name: string, aliases: Aliases, sources: Sources): string | null => {
  const alias = Object.keys(aliases).find((each) => name.startsWith(each.slice(0, -1)))
  const path = name.startsWith('.')
    ? join(dirname(from), name)
    : alias === undefined
      ? ''
      : join(aliases[alias]?.slice(0, -1) ?? '', name.slice(alias.length - 1))
  return sources.has(path) ? path : null
}

const importsOf = (from: string, code: string, aliases: Aliases, sources: Sources): readonly Import[] => {
  const { module } = parseSync(from, code)
  const named = [
    ...module.staticImports.map(({ start, moduleRequest }) => ({ start, name: moduleRequest.value })),
    ...module.staticExports
      .flatMap(({ start, entries }) => entries.map(({ moduleRequest }) => ({ start, name: moduleRequest?.value })))
      .filter(({ name }) => name !== undefined),
    ...module.dynamicImports.map(({ start, moduleRequest }) => ({
      start,
      name: code.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    })),
  ]
  return named.flatMap(({ start, name = '' }) => {
    const to = resolve(from, name, aliases, sources)
    return to === null ? [] : [{ from, line: lineOf(code, start), to }]
  })
}

export const readImports = (sources: Sources, aliases: Aliases): readonly Import[] =>
  [...sources].flatMap(([from, code]) => importsOf(from, code, aliases, sources))
