/**
 * Focus recovery. The focused element may be removed: a row is set aside by me or a peer, or a form replaces a button. The
 * browser then resets the focus; here the nearest heading takes it, so that keyboards and screen readers continue from
 * there.
 */
import { onCleanup } from 'solid-js'

const HEADINGS = 'h1, h2, h3'

const headingNear = (places: readonly Element[]): HTMLElement | null => {
  for (const place of places) {
    const found = place.isConnected ? place.querySelector<HTMLElement>(HEADINGS) : null
    if (found !== null) return found
  }
  return document.querySelector<HTMLElement>('#content h1')
}

/** To be called once, around everything. */
export const keepFocus = (): void => {
  /** The last focused element and its ancestors, innermost first. */
  let places: Element[] = []
  const remember = (event: FocusEvent): void => {
    places = []
    for (let at = event.target as Element | null; at !== null && at !== document.body; at = at.parentElement)
      places.push(at)
  }
  const isLost = (): boolean => document.activeElement === document.body && places[0]?.isConnected === false
  const rescue = (): void => {
    if (!isLost()) return // the code that removed it has moved the focus
    const heading = headingNear(places)
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
    // After pointer use the page does not scroll: the person is looking elsewhere.
    if (heading?.matches(':focus-visible')) heading.scrollIntoView({ block: 'nearest' })
  }
  const watcher = new MutationObserver(() => {
    if (isLost()) requestAnimationFrame(rescue)
  })
  watcher.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', remember)
  onCleanup(() => {
    watcher.disconnect()
    document.removeEventListener('focusin', remember)
  })
}
