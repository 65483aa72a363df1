/** What somebody changed, in words: who, which parts, and what kind of things, or roughly how much. */
import type { NewsPart } from '#domain/news/news.ts'
import type { NewsOfPart, PersonNews } from '#ports/open-plan.ts'
import { toList, toListPieces } from '#copy/format/days-and-times.ts'
import { toNameWithin } from './names.ts'
import type { FirstCopy } from '#copy/languages.ts'

/** In letters, about a sentence: people want to read more than that; less may be a corrected word. */
const FEW_LETTERS = 60

const toAmount = (copy: FirstCopy, { kinds = [], things, letters, taken }: NewsOfPart): string => {
  const { news } = copy.worker
  if (kinds.length > 0)
    return toList(
      copy.locale,
      kinds.map(({ kind, count }) => copy.history.many[kind](count)),
    )
  if (things > 0) return news.changed // from before this app, which counted things of any kind
  if (letters === 0 && taken !== undefined) return news.took
  return letters > FEW_LETTERS ? news.manyWords : news.fewWords
}

const nameOf = (copy: FirstCopy, part: Pick<NewsOfPart, 'part' | 'title'>): string =>
  part.title || copy.worker.news.part[part.part]

/** A piece of a line; with a part: it leads there. */
export type NewsPiece = { readonly text: string; readonly part?: NewsPart }

/** "Wanda: goals (2 goals) and story (a few words)", in pieces. */
export const toNewsLine = (
  copy: FirstCopy,
  { name, parts }: Pick<PersonNews, 'name' | 'parts'>,
): readonly NewsPiece[] => {
  const amounts = parts.map((part) => copy.worker.news.amount(nameOf(copy, part), toAmount(copy, part)))
  let at = 0
  return [
    { text: copy.worker.news.by(toNameWithin(copy, { name })) },
    ...toListPieces(copy.locale, amounts).map(({ type, value }): NewsPiece => {
      const part = type === 'element' ? parts[at++]?.part : undefined
      return part === undefined ? { text: value } : { text: value, part }
    }),
  ]
}

/** The same beside the lines of what was taken, which say it already: no line where nothing else changed. */
export const toNewsLines = (
  copy: FirstCopy,
  { name, parts }: Pick<PersonNews, 'name' | 'parts'>,
): readonly (readonly NewsPiece[])[] => {
  const more = parts.filter(
    ({ taken, kinds = [], things, letters }) => taken === undefined || kinds.length + things + letters > 0,
  )
  return more.length === 0 ? [] : [toNewsLine(copy, { name, parts: more })]
}

/** The first item of the log of which they say that it took something away. */
export const takenFrom = ({ parts }: Pick<PersonNews, 'parts'>): number =>
  Math.min(...parts.flatMap(({ taken }) => taken?.from ?? []))

/** "Wanda took text away from the story." for each part of which somebody took something. */
export const toTakenLines = (copy: FirstCopy, { name, parts }: Pick<PersonNews, 'name' | 'parts'>): readonly string[] =>
  parts
    .filter(({ taken }) => taken !== undefined)
    .map((part) =>
      copy.history.news.took(name || copy.general.nameless, part.title || copy.history.news.part[part.part]),
    )
