/** New versions of the app: checked for every hour and on return, offered, never forced (quality.md, pitfall 1). */
import { createSignal, type Accessor } from 'solid-js'
import { registerSW } from 'virtual:pwa-register'

/** ms: an app that stays open for days still gets a fix the same morning. */
const CHECK_INTERVAL_MS = 60 * 60_000

export type Updates = { readonly needRefresh: Accessor<boolean>; readonly update: () => void }

export const followUpdates = (): Updates => {
  const [needRefresh, setNeedRefresh] = createSignal(false)
  const activate = registerSW({
    onNeedRefresh: () => setNeedRefresh(true),
    onRegisteredSW(_url, registration) {
      if (registration === undefined) return
      const check = (): void => {
        if (navigator.onLine && document.visibilityState === 'visible') void registration.update().catch(() => {})
      }
      setInterval(check, CHECK_INTERVAL_MS)
      document.addEventListener('visibilitychange', check)
    },
  })
  // A lazily loaded part is gone from the server: a newer version has replaced it.
  window.addEventListener('vite:preloadError', (event) => {
    event.preventDefault()
    setNeedRefresh(true)
  })
  return {
    needRefresh,
    update: () => {
      void activate(true)
      if (!('serviceWorker' in navigator)) location.reload()
    },
  }
}
