/**
 * A double tap is one tap. Some people tap everything twice, and wet hands tremble: the second tap would make a second thing, take
 * the first back, or meet the button that has come under the finger. It goes nowhere, but where `data-repeats` says that a control
 * is tapped again and again, such as undo.
 */

/** In ms from tap to tap: a little longer than what phones take for a double tap. */
const TWICE_MS = 400
/** In CSS pixels: less than half of the smallest target (44 px), so that two targets side by side are two. */
const NEAR = 20

export const CONTROL = 'a[href], button, summary, [role=button], [role=checkbox], [role=radio], [role=slider]'
const REPEATS = '[data-repeats]'

/** What a tap there means; a label means its box. `null`: words, or a field in which a double tap chooses a word. */
export const controlAt = (target: EventTarget | null): Element | null => {
  if (!(target instanceof Element)) return null
  const input = target.closest('input') ?? target.closest('label')?.control ?? null
  if (input instanceof HTMLInputElement) return ['checkbox', 'radio'].includes(input.type) ? input : null
  return target.closest(CONTROL)
}

/** Around everything; the answer stops it. */
export const tapOnce = (window: Window): (() => void) => {
  let last: { readonly control: Element; readonly at: number; readonly x: number; readonly y: number } | null = null
  /** Safari's clicks do not say it. */
  let byFinger = false
  /** On this box its label clicks next. */
  let labelled: Element | null = null
  const onDown = (event: PointerEvent): void => void (byFinger = event.pointerType !== 'mouse')
  const onClick = (event: MouseEvent): void => {
    const control = controlAt(event.target)
    if (control === null || event.detail === 0) return // of a keyboard, or of the app
    const isLabels = event.target === labelled
    labelled = event.target !== control && control instanceof HTMLInputElement ? control : null
    if (isLabels) return
    const { clientX: x, clientY: y, timeStamp: at } = event
    const before = last
    last = { control, at, x, y }
    if (before === null || !(byFinger || event.detail > 1) || at - before.at > TWICE_MS) return
    if (Math.hypot(x - before.x, y - before.y) > NEAR) return
    if (control === before.control && control.closest(REPEATS) !== null) return
    labelled = null
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  /** Whoever has typed in between means the second tap. */
  const onTyped = (): void => void (last = null)
  window.addEventListener('pointerdown', onDown, true)
  window.addEventListener('beforeinput', onTyped, true)
  window.addEventListener('click', onClick, true)
  return () => {
    window.removeEventListener('pointerdown', onDown, true)
    window.removeEventListener('beforeinput', onTyped, true)
    window.removeEventListener('click', onClick, true)
  }
}
