/**
 * A key card in the address, as its QR code opens it. The secret is taken out of the address before anything else reads it:
 * at the start, and when a link opens in an app that is open already. It is never stored, logged or shown here.
 */
import { type Accessor, createSignal } from 'solid-js'
import { paths, toHref } from '#reactive/paths.ts'

const CARD = /^#\/card\/(.+)$/s

export type IncomingCards = { readonly card: Accessor<string | null>; readonly forget: () => void }
/** The parts of the browser that this uses. */
export type Page = {
  readonly location: Pick<Location, 'hash'>
  readonly history: Pick<History, 'replaceState' | 'state'>
  addEventListener(name: 'hashchange', run: () => void, capture: boolean): void
}

/** A fragment may be escaped by whoever passed it on. */
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Called before anything else. Its listener is the first, so that the router sees the address without the card. */
export const watchForCards = (page: Page): IncomingCards => {
  const [card, setCard] = createSignal<string | null>(null)
  const take = (): void => {
    const text = CARD.exec(page.location.hash)?.[1]
    if (text === undefined) return
    page.history.replaceState(page.history.state, '', toHref(paths.card))
    setCard(decode(text))
  }
  take()
  page.addEventListener('hashchange', take, true)
  return { card, forget: () => setCard(null) }
}
