/** Another person's ending waits for whoever is typing: their field stays until they go along. */
import { createMemo, createSignal } from 'solid-js'

export const createHeldEnd = (ended: () => boolean, place: () => HTMLElement | undefined) => {
  const [along, setAlong] = createSignal(false)
  const isOver = createMemo<boolean>((before = ended()) => ended() && (before || along() || !isWriting(place())))
  return {
    isOver,
    /** Follows the others to the end; with `end`, ends it. */
    goAlong(end?: () => void): void {
      setAlong(true)
      end?.()
      setAlong(false)
    },
  }
}

/** The focus is in a text, or a text has not been saved yet. */
export const isWriting = (place: HTMLElement | undefined): boolean =>
  [...(place?.querySelectorAll<HTMLInputElement>('textarea, input:not([type="radio"], [type="checkbox"])') ?? [])].some(
    (field) =>
      (field === document.activeElement && field.type !== 'range') ||
      (field.value !== '' && field.closest('form') !== null),
  )
