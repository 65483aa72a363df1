/** A key card as a picture of its own: what stands where, the size of a bank card. Knows no screen. */
import type { Drawing } from '#ports/drawing.ts'

export type CardPicture = {
  readonly title: string
  readonly characters: string
  readonly how: string
  readonly secret: string
  readonly qr: { readonly size: number; readonly path: string }
}

/** ISO/IEC 7810 ID-1 in tenths of a millimetre. */
const WIDTH = 856
const HEIGHT = 540
const MARGIN = 44
const QR_SIZE = 270
const TITLE_SIZE = 44
const CHARACTERS_SIZE = 46
const SMALL_SIZE = 25
/** Characters of small text in one line. */
const LINE = 38

/** Lines of at most `LINE` characters, cut between words. */
const toLines = (text: string): readonly string[] => {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + word.length >= LINE) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

export const toCardPicture = ({ title, characters, how, secret, qr }: CardPicture): Drawing => {
  const groups = characters.split('-')
  const text = (y: number, size: number, words: string, family: 'sans-serif' | 'monospace' = 'sans-serif') =>
    ({ kind: 'text', x: MARGIN, y, size, words, family }) as const
  const small = [...toLines(how), '', ...toLines(secret)]
  const at = { x: WIDTH - MARGIN / 2 - QR_SIZE, y: HEIGHT - MARGIN / 2 - QR_SIZE }
  return {
    width: WIDTH,
    height: HEIGHT,
    marks: [
      text(MARGIN + TITLE_SIZE, TITLE_SIZE, title),
      text(170, CHARACTERS_SIZE, groups.slice(0, 4).join(' '), 'monospace'),
      text(230, CHARACTERS_SIZE, groups.slice(4).join(' '), 'monospace'),
      ...small.map((line, index) => text(300 + index * SMALL_SIZE * 1.2, SMALL_SIZE, line)),
      { kind: 'path', ...at, scale: QR_SIZE / qr.size, path: qr.path },
    ],
  }
}
