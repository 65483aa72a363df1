/** What somebody changed, in words: who, which parts, and roughly how much. */
import type { NewsOfPart, PersonNews } from '#ports/open-plan.ts'
import { toNameWithin } from './names.ts'
import type { Copy } from '#copy/nl.ts'

/** In letters, about a sentence: people want to read more than that; less may be a corrected word. */
const FEW_LETTERS = 60

const toAmount = ({ worker }: Copy, { things, letters }: NewsOfPart): string => {
  if (things > 0) return worker.news.things(things)
  return letters > FEW_LETTERS ? worker.news.manyWords : worker.news.fewWords
}

export const toNewsLine = (copy: Copy, { name, parts }: Pick<PersonNews, 'name' | 'parts'>): string =>
  copy.worker.news.line(
    toNameWithin(copy, { name }),
    parts.map((part) => copy.worker.news.amount(part.title || copy.worker.news.part[part.part], toAmount(copy, part))),
  )
