/** What was last seen of a plan's overview, as text. Apart from its parser, which only the opening of a plan needs. */

/** Another version is left alone: it would be drawn otherwise than it was seen. */
export const SEEN_VERSION = 1
/** In UTF-16 units: a plan of five years takes some 3,000. What is longer is not kept. */
export const LONGEST_SEEN = 32_000

/** `null`: it is too long. */
export const formatSeenLast = (seen: object): string | null => {
  const text = JSON.stringify({ version: SEEN_VERSION, ...seen })
  return text.length > LONGEST_SEEN ? null : text
}
