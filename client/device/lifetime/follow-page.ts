/** Tells a session and a local copy when the page is hidden or shown, and when the network comes back. */
import type { LocalCopy } from '#storage/document/local-copy.ts'
import type { Session } from '#sync/session/session.ts'

/** `left` is called when the page is hidden. */
export const followPage = (session: Session, copy: LocalCopy, left: () => void): (() => void) => {
  const onHide = (): void => {
    void session.flush()
    left()
  }
  const onShow = (): void => {
    session.reconnect()
    if (typeof copy.state() === 'object') copy.retry()
  }
  const onVisibility = (): void => (document.visibilityState === 'hidden' ? onHide() : onShow())
  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('pagehide', onHide)
  window.addEventListener('online', onShow)
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('pagehide', onHide)
    window.removeEventListener('online', onShow)
  }
}
