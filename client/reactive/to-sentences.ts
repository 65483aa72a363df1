/**
 * A text as the pieces in which a voice speaks it: its sentences, of which none ends at "14.30", "a.s.", a name's initial or an address.
 * Knows no voice.
 */

/** The most characters of one piece: engines fall silent in the middle of long texts (Chromium after some 15 s of speech). */
const MAX_SENTENCE = 200

/** Words that end with a full stop before a name or a number; before a small letter the segmenter knows by itself. */
const ABBREVIATIONS = new Set(
  'bijv blz bv ca dhr dr drs evt excl feb incl ing ir jan mej mevr mr mrs ms mw nov nr okt prof sept st str tel vgl vs zgn'.split(
    ' ',
  ),
)
/** "a.s.", "d.w.z.", "A.B.", and one capital alone. */
const OF_LETTERS = /^(?:(?:\p{L}\.)+\p{L}|\p{Lu})$/u

/** The last word of a piece with its full stop, and what stands around it. */
const LAST_WORD = /(?:^|[\s("'“„‘«/-])([\p{L}.]+)\.\s*$/u
/** A point of a list: "1." */
const NUMBER = /^\s*\(?\d{1,3}[.)]\s*$/
/** Nobody put a space behind it: it is within an address. */
const UNSPACED = /[.!?]$/

const goesOn = (piece: string): boolean => {
  if (NUMBER.test(piece) || UNSPACED.test(piece)) return true
  const [, word = ''] = LAST_WORD.exec(piece) ?? []
  return OF_LETTERS.test(word) || ABBREVIATIONS.has(word.toLowerCase())
}

/** `locale`: the reader's. Browsers without the segmenter of Unicode (TR 29) cut only where a space follows. */
const cutIntoSentences = (line: string, locale: string): readonly string[] =>
  'Segmenter' in Intl
    ? Array.from(new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(line), ({ segment }) => segment)
    : line.split(/(?<=[.!?؟。]["'”’)\]]*\s+)/u)

const joinUnended = (pieces: readonly string[]): readonly string[] =>
  pieces.reduce<readonly string[]>((sentences, piece) => {
    const last = sentences.at(-1)
    return last !== undefined && goesOn(last) ? [...sentences.slice(0, -1), last + piece] : [...sentences, piece]
  }, [])

/** Whole sentences where they are short enough, else cut at a space. */
export const toSentences = (text: string, locale: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line) => joinUnended(cutIntoSentences(line, locale)))
    .flatMap(toPieces)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))

const toPieces = (sentence: string): readonly string[] => {
  const trimmed = sentence.trim()
  if (trimmed.length <= MAX_SENTENCE) return [trimmed]
  const space = trimmed.lastIndexOf(' ', MAX_SENTENCE)
  const end = space > 0 ? space : MAX_SENTENCE
  return [trimmed.slice(0, end), ...toPieces(trimmed.slice(end))]
}
