/** What a browser does that translates a page, as Chrome does it: texts are taken out, and elements with other words put in. */

const isLeftAlone = (text: Text): boolean =>
  text.data.trim() === '' ||
  text.parentElement?.closest('[translate="no"], .notranslate, font, script, style, textarea') !== null

const textsIn = (root: Node): readonly Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text)
  return texts.filter((text) => !isLeftAlone(text))
}

/** Each text in capitals stands for its translation. Resolves with what shows the original again. */
export const translatePage = async (root: Node): Promise<() => Promise<void>> => {
  const originals = new Map<Element, Text>()
  for (const text of textsIn(root)) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')]
    inner.textContent = text.data.toUpperCase()
    outer.append(inner)
    originals.set(outer, text)
    text.replaceWith(outer)
  }
  await Promise.resolve()
  return async () => {
    for (const [element, text] of originals) element.replaceWith(text)
    await Promise.resolve()
  }
}
