/**
 * A page that is left may be kept whole by the browser (its back/forward cache), with all that it holds: "back" would show it
 * without the unlock. With a lock it is blank from leaving on, and starts anew when it is shown again.
 */
import type { DeviceLock } from '#ports/lock.ts'

/** The parts of the browser that this uses. */
export type LeftPage = {
  readonly window: Pick<Window, 'addEventListener'>
  readonly document: Pick<Document, 'addEventListener' | 'visibilityState'>
  /** Nothing is to be seen or heard any more. */
  readonly cover: () => void
}

export const lockWhenLeft = (
  lock: Pick<DeviceLock, 'state' | 'lockHere'>,
  { window, document, ...page }: LeftPage,
): void => {
  let left = false
  const comeBack = (): void => {
    if (left) lock.lockHere()
    left = false
  }
  window.addEventListener('pagehide', ({ persisted }) => {
    if (!persisted || lock.state() === null) return
    left = true
    page.cover()
  })
  window.addEventListener('pageshow', comeBack)
  // A browser that hid the page without leaving it must not leave it blank.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') comeBack()
  })
}
