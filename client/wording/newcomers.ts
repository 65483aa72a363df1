/** Who joined a plan since somebody last looked, or takes no part any more, in one line. */
import type { FirstCopy } from '#copy/languages.ts'
import { toNameWithin } from './names.ts'

/** The names of this many are said. */
const MAX_NAMES = 3

export const toNewcomersLine = (
  copy: FirstCopy,
  names: readonly string[],
  title: (names: readonly string[]) => string = copy.circle.newcomers.title,
): string => {
  const said = names.slice(0, MAX_NAMES).map((name) => toNameWithin(copy, { name }))
  const more = names.length - said.length
  return title(more > 0 ? [...said, copy.circle.newcomers.more(more)] : said)
}
