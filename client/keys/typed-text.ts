/**
 * Codes and links as keyboards, chat and mail deliver them, in the characters that our own have. The one place that knows what is
 * done to them on the way; it knows neither codes nor links.
 */

/** A message with all that it quotes; nobody types more. */
export const MAX_TYPED = 100_000

/** Characters that only steer how text is shown, such as direction marks, soft hyphens and joiners. */
const UNSEEN = /\p{Cf}/gu
const DIGIT = /\p{Nd}/gu
/** Hyphens of typesetters and keyboards. The longer dashes stand between words. */
const HYPHEN = /[\u2010\u2011\u2212]/g

const isDigit = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code))

/** Scripts have their digits in a row, from 0 to 9 (Unicode, §4.6). */
const toDigit = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  let before = 0
  while (before < code && isDigit(code - before - 1)) before += 1
  return String(before % 10)
}

/** Full-width and bold characters, digits of any script and hyphens of any kind as ASCII; nothing that cannot be seen. */
export const toTyped = (text: string): string =>
  text.normalize('NFKC').replaceAll(UNSEEN, '').replaceAll(HYPHEN, '-').replaceAll(DIGIT, toDigit)

/** As often as one forwarder wraps the link of another. */
const MAX_WRAPS = 4

const unescape = (text: string): string =>
  text.replaceAll(/%([0-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/**
 * Takes the links in a text out of those that mail programs and sites put around them, which hold them escaped (RFC 3986): Outlook,
 * Gmail, Facebook, Barracuda.
 */
export const unwrapLinks = (text: string): string => {
  let unwrapped = text
  for (let times = 0; times < MAX_WRAPS; times += 1) unwrapped = unescape(unwrapped)
  return unwrapped
}
