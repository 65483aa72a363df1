/**
 * A browser that translates a page takes its texts out and puts elements with other words in their places (`<font>`, in Chrome and
 * Edge). The app would go on writing into texts that nobody sees: what changes would stay as it was, and what goes would stay.
 * So each text goes back to its place, unseen, beside its translation; when the app changes it or takes it away, the translation
 * goes, and the browser makes another.
 */

type Translated = { readonly element: Element; readonly words: string }

/** Not empty, so that the app, which compares, may make it empty; white space to JavaScript, and without a width. */
const UNSEEN = '\ufeff'

const isTranslation = (node: Node | null): node is Element => node?.nodeName === 'FONT'

/** Returns its stop. */
export const outliveTranslation = (root: Node): (() => void) => {
  const translated = new Map<Text, Translated>()

  const putBack = (text: Text, { addedNodes, previousSibling, nextSibling }: MutationRecord): void => {
    const element = [...addedNodes, previousSibling, nextSibling].find(isTranslation)
    if (text.isConnected || !element?.isConnected) return
    translated.set(text, { element, words: text.data })
    text.data = UNSEEN
    element.before(text)
  }
  /** Once all that happened is known: a browser that shows the original again moves the texts about. */
  const settle = (changed: ReadonlySet<Node>, added: ReadonlySet<Node>): void => {
    for (const [text, { element, words }] of translated) {
      if (text.isConnected && element.isConnected && !changed.has(text)) continue
      translated.delete(text)
      if (text.isConnected && !element.isConnected && !changed.has(text)) {
        const original = text.nextSibling ?? text
        if (original instanceof Text && added.has(original) && original.data === words) original.remove()
        text.data = words
      }
      element.remove()
    }
  }
  const observer = new MutationObserver((records) => {
    const changed = new Set(records.filter(({ type }) => type === 'characterData').map(({ target }) => target))
    const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]))
    settle(changed, added)
    for (const record of records)
      for (const node of record.removedNodes) if (node instanceof Text && node.data.trim() !== '') putBack(node, record)
    observer.takeRecords() // of its own
  })
  observer.observe(root, { childList: true, characterData: true, subtree: true })
  return () => observer.disconnect()
}
