/** Numbers and tables as people read them in a terminal. */

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']
const STEP = 1000
const DAY_MS = 24 * 60 * 60_000

export const inBytes = (bytes: number): string => {
  const power = Math.min(UNITS.length - 1, bytes < STEP ? 0 : Math.floor(Math.log10(bytes) / 3))
  return `${(bytes / STEP ** power).toFixed(power === 0 ? 0 : 1)} ${UNITS[power]}`
}
/** Rounded to the day: the hour at which somebody wrote is nobody's business here. */
export const onDay = (ms: number | null): string => (ms === null ? '–' : new Date(ms).toISOString().slice(0, 10))
export const inDays = (ms: number): string => `${Math.floor(ms / DAY_MS)} d`

/** The first row is the header; all columns but the first are right-aligned. */
export const alignTable = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const cell = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)
  return rows.map((row) => row.map(cell).join('  '))
}
