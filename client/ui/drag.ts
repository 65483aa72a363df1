/**
 * Drags a row of a list by its handle, with a finger, a pen or a mouse. Changes nothing itself: reports where the row was
 * dropped.
 */

/** Movement in pixels from which a press is a drag; less is a trembling hand. */
const STILL_PX = 8
/** Distance in pixels from the window's edge at which the page scrolls along. */
const EDGE_PX = 90
const SCROLL_PX = 12

export const createDrag =
  (list: () => HTMLElement, onDrop: (place: number) => void) =>
  (down: PointerEvent): void => {
    const handle = down.currentTarget as HTMLElement
    const row = [...list().children].find((child) => child.contains(handle)) as HTMLElement | undefined
    if (row === undefined || down.button !== 0) return
    const from = down.pageY
    let place: number | null = null
    let frame = 0
    const others = (): readonly HTMLElement[] =>
      ([...list().children] as HTMLElement[]).filter((child) => child !== row)
    const mark = (name: 'before' | 'after', target: HTMLElement | undefined): void =>
      void target?.setAttribute('data-drop', name)
    const unmark = (): void => others().forEach((other) => other.removeAttribute('data-drop'))

    const follow = (event: PointerEvent): void => {
      if (place === null && Math.abs(event.pageY - from) < STILL_PX) return
      if (place === null) handle.setPointerCapture(event.pointerId)
      row.dataset['dragging'] = ''
      row.style.setProperty('transform', `translateY(${event.pageY - from}px)`)
      const tops = others().map((other) => other.getBoundingClientRect())
      place = tops.filter(({ top, height }) => top + height / 2 < event.clientY).length
      unmark()
      if (place > 0) mark('after', others()[place - 1])
      else mark('before', others()[0])
      cancelAnimationFrame(frame)
      const towards = event.clientY < EDGE_PX ? -1 : event.clientY > innerHeight - EDGE_PX ? 1 : 0
      if (towards !== 0) frame = requestAnimationFrame(() => scrollBy(0, towards * SCROLL_PX))
    }
    const stop = (drop: boolean): void => {
      cancelAnimationFrame(frame)
      unmark()
      delete row.dataset['dragging']
      row.style.removeProperty('transform')
      for (const [name, listener] of listeners) removeEventListener(name, listener as EventListener)
      if (drop && place !== null) onDrop(place)
    }
    const listeners = [
      ['pointermove', follow],
      ['pointerup', () => stop(true)],
      ['pointercancel', () => stop(false)],
      ['keydown', (event: KeyboardEvent) => event.key === 'Escape' && stop(false)],
    ] as const
    for (const [name, listener] of listeners) addEventListener(name, listener as EventListener)
  }
