/** Reads a page as a browser does, however one has saved it: as it came, or written anew in its own spelling. Runs nothing of it. */
import { toInertHtml } from '#domain/exchange/inert-html.ts'

/** `null`: it has no such element. Of several the last counts: what people wrote comes before it. */
export const textOfElement = (file: string, id: string): string | null => {
  const page = new DOMParser().parseFromString(toInertHtml(file), 'text/html')
  // By the prototype: a picture named `querySelectorAll` would cover the page's own.
  const found = Document.prototype.querySelectorAll.call(page, `#${id}`)
  return [...found].at(-1)?.textContent ?? null
}
