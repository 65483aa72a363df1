/** Reads back in a plan's history, page by page. */
import type { Line } from './lines.ts'
import type { Page } from './read-history.ts'

/** The most pages that are read back at once: a month of a busy plan. */
const MAX_PAGES = 5

type Pages = { readonly entries: number; page(end: number): Promise<Page> }

/** The lines from the newest back to an item of the log. `from`: the item from which on they are all; later than asked where that is too far back. */
export const linesBackTo = async (
  { entries, page }: Pages,
  seq: number,
): Promise<{ readonly lines: readonly Line[]; readonly from: number }> => {
  const lines: Line[] = []
  let from = Infinity
  for (let end = entries, pages = 0; end > 0 && from > seq && pages < MAX_PAGES; pages += 1) {
    const read = await page(end)
    lines.push(...read.lines)
    end = read.from
    from = end === 0 ? 0 : Math.min(from, ...read.lines.map((line) => line.from))
  }
  return { lines, from }
}
