/** Acts once nobody has touched the page for a while. */

/** What a person does to a page. */
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** The answer stops it. */
export const whenUntouched = (afterMs: number, act: () => void): (() => void) => {
  let timer = setTimeout(act, afterMs)
  const touch = (): void => {
    clearTimeout(timer)
    timer = setTimeout(act, afterMs)
  }
  for (const name of TOUCHES) window.addEventListener(name, touch, { capture: true, passive: true })
  return () => {
    clearTimeout(timer)
    for (const name of TOUCHES) window.removeEventListener(name, touch, { capture: true })
  }
}
