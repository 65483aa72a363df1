/** RESULTS.md: measurements are between two marks; the text around them is written by people and stays. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = join(import.meta.dirname, '../RESULTS.md')
const BEGIN = '<!-- measured by `npm run bench`: written anew each time -->'
const END = '<!-- written by hand from here on -->'
const EMPTY = `# Figures of the relay\n\n${BEGIN}\n${END}\n`

/** Pure; `null` when the marks are missing. */
export const replaceMeasured = (before: string, measured: string): string | null => {
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)]
  return from < 0 || to < from ? null : `${before.slice(0, from)}${BEGIN}\n\n${measured}\n\n${before.slice(to)}`
}

export const writeResults = (measured: string): void => {
  const after = replaceMeasured(existsSync(FILE) ? readFileSync(FILE, 'utf8') : EMPTY, measured)
  if (after === null) throw new Error(`${FILE} has lost its marks: put them back, or take the file away.`)
  writeFileSync(FILE, after)
}
