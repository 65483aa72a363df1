/**
 * What has the focus may go: a row that is set aside, by me or by somebody far away; a button that a form takes the place of.
 * The browser then forgets where one was. Here the nearest heading takes over, so that keyboard and voice go on from there.
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

/** Once, around everything. */
export const keepFocus = (): void => {
  /** The last thing that had the focus and all around it, from the inside out. */
  let places: Element[] = []
  const remember = (event: FocusEvent): void => {
    places = []
    for (let at = event.target as Element | null; at !== null && at !== document.body; at = at.parentElement)
      places.push(at)
  }
  const isLost = (): boolean => document.activeElement === document.body && places[0]?.isConnected === false
  const rescue = (): void => {
    if (!isLost()) return // whoever took it away has put it somewhere
    const heading = headingNear(places)
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
    // Who points has their eyes elsewhere, and the page stays where it is.
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
