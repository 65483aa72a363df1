/**
 * While somebody types, a notice that comes above their field moves it nowhere: the page scrolls along. Browsers do so themselves
 * (scroll anchoring), but not at the very top of a page, where most fields of a phone are typed in, and Safari nowhere.
 */
const TYPED = 'textarea, input:is([type=text], [type=date], [type=time]), [contenteditable=true]'

/** To be called once for a page, and lasts as long as it. */
export const keepStill = (): void => {
  /** Where the field stands in the page, and how far the page has scrolled. */
  const look = (field = document.activeElement): readonly [field: Element | null, top: number, scrolled: number] => [
    field,
    field?.matches(TYPED) ? field.getBoundingClientRect().top + scrollY : 0,
    scrollY,
  ]
  let last = look()
  const note = (): void => void (last = look())
  // After the layout, and before it is painted.
  const watcher = new ResizeObserver(() => {
    const [[field, top, scrolled], now] = [last, look()]
    // Where the page has scrolled since, a person, the app or the browser has chosen what is in view.
    if (field === now[0] && scrolled === now[2]) scrollBy(0, now[1] - top)
    note()
  })
  watcher.observe(document.body)
  for (const name of ['focusin', 'input', 'scroll']) document.addEventListener(name, note, { capture: true })
}
