/**
 * While somebody types, a notice that comes above their field moves it nowhere: the page scrolls along. Browsers do so themselves
 * (scroll anchoring), but not at the very top of a page, where most fields of a phone are typed in, and Safari nowhere.
 */
import { onCleanup } from 'solid-js'

const TYPED = 'textarea, input:is([type=text], [type=date], [type=time]), [contenteditable=true]'

/** To be called once, around everything. */
export const keepStill = (): void => {
  let [field, top, scrolled]: [Element | null, number, number] = [null, 0, 0]
  const note = (): void => {
    field = document.activeElement?.matches(TYPED) ? document.activeElement : null
    scrolled = scrollY
    if (field !== null) top = field.getBoundingClientRect().top + scrolled
  }
  // After the layout, and before it is painted.
  const watcher = new ResizeObserver(() => {
    const before = { field, top, scrolled }
    note()
    // Where the page has scrolled since, a person, the app or the browser has chosen what is in view.
    if (field === null || field !== before.field || scrolled !== before.scrolled) return
    scrollBy(0, top - before.top)
    note()
  })
  watcher.observe(document.body)
  for (const name of ['focusin', 'input', 'scroll']) document.addEventListener(name, note, true)
  onCleanup(() => {
    watcher.disconnect()
    for (const name of ['focusin', 'input', 'scroll']) document.removeEventListener(name, note, true)
  })
}
