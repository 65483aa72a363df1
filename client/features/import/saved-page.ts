/** Reads a page as a browser does, however one has saved it: as it came, or written anew in its own spelling. Runs nothing of it. */
import { layStylesAside } from '#domain/exchange/lay-styles-aside.ts'

/** `null`: it has no such element. Of several the last counts: what people wrote comes before it. */
export const textOfElement = (file: string, id: string): string | null => {
  const page = new DOMParser().parseFromString(layStylesAside(file), 'text/html')
  return [...page.querySelectorAll(`#${id}`)].at(-1)?.textContent ?? null
}
