/** A key card as a picture of its own: the text of an SVG file, the size of a bank card. Knows no screen. */

export type CardPicture = {
  readonly title: string
  readonly characters: string
  readonly how: string
  readonly secret: string
  readonly qr: { readonly size: number; readonly path: string }
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ESCAPED[character] ?? character)

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

export const toCardPicture = ({ title, characters, how, secret, qr }: CardPicture): string => {
  const groups = characters.split('-')
  const text = (x: number, y: number, size: number, words: string, family = 'sans-serif'): string =>
    `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}">${escape(words)}</text>`
  const small = [...toLines(how), '', ...toLines(secret)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect x="2" y="2" width="${WIDTH - 4}" height="${HEIGHT - 4}" rx="30" fill="#fff" stroke="#14181a" stroke-width="4"/>`,
    '<g fill="#14181a">',
    text(MARGIN, MARGIN + TITLE_SIZE, TITLE_SIZE, title),
    text(MARGIN, 170, CHARACTERS_SIZE, groups.slice(0, 4).join(' '), 'monospace'),
    text(MARGIN, 230, CHARACTERS_SIZE, groups.slice(4).join(' '), 'monospace'),
    ...small.map((line, at) => text(MARGIN, 300 + at * SMALL_SIZE * 1.2, SMALL_SIZE, line)),
    `<path transform="translate(${WIDTH - MARGIN / 2 - QR_SIZE} ${HEIGHT - MARGIN / 2 - QR_SIZE}) scale(${QR_SIZE / qr.size})" d="${qr.path}"/>`,
    '</g></svg>',
  ].join('')
}
