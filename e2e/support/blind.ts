/** Searches bytes for readable words where there must be none. */

/** Shorter words occur in a megabyte of random bytes by chance. */
const SHORTEST = 6 // 256^6 bytes

/** The whole text, and each of its words that is too long to occur by chance. */
const piecesOf = (text: string): readonly string[] =>
  [text, ...text.split(/[^\p{L}\p{N}_-]+/u)].filter((piece) => piece.length >= SHORTEST)

const spellingsOf = (piece: string): readonly Buffer[] => [
  Buffer.from(piece, 'utf8'),
  Buffer.from(piece, 'utf16le'),
  Buffer.from(piece, 'utf16le').swap16(),
]

/** The pieces of these texts that can be read in the bytes, in UTF-8 or UTF-16. */
export const readableIn = (bytes: Buffer, texts: Iterable<string>): readonly string[] =>
  [...new Set([...texts].flatMap(piecesOf))].filter((piece) =>
    spellingsOf(piece).some((spelling) => bytes.includes(spelling)),
  )
