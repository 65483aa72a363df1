/** Every source file of ours and what is written in it, by its path from the root. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = '{client,shared,sync-server,e2e,.ci}'

export type Sources = ReadonlyMap<string, string>

export const readSources = (): Sources => {
  const files = globSync(`${FOLDERS}/**/*.{ts,tsx,mjs}`, { cwd: ROOT, exclude: (path) => path === 'node_modules' })
  return new Map(files.toSorted().map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]))
}

/** `#name/*` → folder, as package.json says it. */
export const readAliases = (): Readonly<Record<string, string>> =>
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { imports: Record<string, string> }).imports

/** What proves the rest may look anywhere: it is imported by nothing but its like. */
export const isProof = (file: string): boolean => /\.(test|spec|contract)\.tsx?$|(^|\/)testing\//.test(file)
