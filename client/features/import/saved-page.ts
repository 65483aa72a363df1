/**
 * The text of one element of a page in a file, however a browser has saved the page: as it came, written anew in its own spelling, or
 * packed with its parts (MHTML, RFC 2557; Chrome on Android has nothing else). Runs nothing of it.
 */

/** `null`: it has no such element. Of several the last counts: what people wrote comes before it. */
export const textOfElement = (file: string, id: string): string | null => {
  const page = new DOMParser().parseFromString(unpack(file), 'text/html')
  return [...page.querySelectorAll(`#${id}`)].at(-1)?.textContent ?? null
}

const PACKED = /^content-type:\s*multipart\/related\b[^]*?\bboundary="?([^"\r\n;]+)/im
/** The headers of a file are at its beginning, in characters. */
const HEAD = 4_000
const HTML = /^content-type:\s*text\/html/im
const QUOTED = /^content-transfer-encoding:\s*quoted-printable/im
const BLANK_LINE = /\r?\n\r?\n/

const unpack = (file: string): string => {
  const [, boundary] = PACKED.exec(file.slice(0, HEAD)) ?? []
  if (boundary === undefined) return file
  for (const part of file.split(`--${boundary}`).slice(1)) {
    const [head = ''] = part.split(BLANK_LINE, 1)
    if (HTML.test(head)) return QUOTED.test(head) ? unquote(part.slice(head.length)) : part
  }
  return file
}

const unquote = (body: string): string => {
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)))
}
