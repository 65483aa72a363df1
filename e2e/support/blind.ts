/** Looks for readable words where there may be none. */

/** Shorter ones stand in a megabyte of chance by chance. */
const SHORTEST = 6 // 256^6 bytes

/** The whole text, and each of its words that is long enough to be no accident. */
const piecesOf = (text: string): readonly string[] =>
  [text, ...text.split(/[^\p{L}\p{N}_-]+/u)].filter((piece) => piece.length >= SHORTEST)

const spellingsOf = (piece: string): readonly Buffer[] => [
  Buffer.from(piece, 'utf8'),
  Buffer.from(piece, 'utf16le'),
  Buffer.from(piece, 'utf16le').swap16(),
]

/** Which pieces of these texts can be read in the bytes, in UTF-8 or UTF-16. */
export const readableIn = (bytes: Buffer, texts: Iterable<string>): readonly string[] =>
  [...new Set([...texts].flatMap(piecesOf))].filter((piece) =>
    spellingsOf(piece).some((spelling) => bytes.includes(spelling)),
  )
