/** Words around a change, short enough to read: what stayed is shown only near what went or came. */
import { cut } from '#domain/document/plain.ts'
import type { Stretch } from '#domain/history/words-diff.ts'

/** The characters of unchanged words kept beside a change: about two lines on a phone. */
const AROUND = 80
/** The most characters of one stretch that went or came; the place itself shows the rest. */
const MOST = 4_000
const CUT = ' … '

export const toPlaced = (stretches: readonly Stretch[]): readonly Stretch[] =>
  stretches.map((stretch, index) => {
    const { kind, text } = stretch
    if (kind !== 'kept') return text.length > MOST ? { kind, text: `${cut(text, MOST)}${CUT}` } : stretch
    const [isFirst, isLast] = [index === 0, index === stretches.length - 1]
    const room = (isFirst ? 0 : AROUND) + (isLast ? 0 : AROUND)
    if (text.length <= room + CUT.length || (isFirst && isLast)) return stretch
    const start = isFirst ? '' : cut(text, AROUND)
    const end = isLast ? '' : text.slice(-AROUND).toWellFormed()
    return { kind, text: `${start}${CUT}${end}` }
  })
