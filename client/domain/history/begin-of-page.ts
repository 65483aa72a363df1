/** Where a page of the history begins: between two sittings, so that no line stands on two pages. */
import { beginsSitting, type LogEntry } from './lines.ts'

/** In entries: a page has `least` of them at least, unless the log has fewer, and never more than `most`. */
export type PageSize = { readonly least: number; readonly most: number }

/** The most entries of a page: a busy week, and a quarter of a second's work on a slow phone. */
const MOST = 120
/** The page that a screen opens with is shown soon, with a few lines. */
export const NEWEST_PAGE: PageSize = { least: 16, most: MOST }
/** Each page costs the whole document before it, so one that somebody waits for brings more. */
export const OLDER_PAGE: PageSize = { least: 60, most: MOST }

/** The index of the page's first entry. A sitting that does not fit is cut: what was done in it is a line on each page. */
export const beginOfPage = (
  entries: readonly Pick<LogEntry, 'at'>[],
  end: number,
  { least, most }: PageSize,
): number => {
  const earliest = Math.max(0, end - most)
  for (let from = end - least; from > earliest; from -= 1) {
    const [before, first] = [entries[from - 1], entries[from]]
    if (before !== undefined && first !== undefined && beginsSitting(before, first)) return from
  }
  return earliest
}
