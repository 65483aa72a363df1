/** New versions of the app: checked for every hour and on return, offered, never forced (quality.md, pitfall 1). */
import { createSignal, type Accessor } from 'solid-js'

/** ms: an app that stays open for days still gets a fix the same morning. */
const CHECK_INTERVAL_MS = 60 * 60_000

export type Updates = { readonly needRefresh: Accessor<boolean>; readonly update: () => void }

/** Whether the server has another release than the one whose first file this is. Rejects without a connection. */
export const isReplaced = async (firstFile: string): Promise<boolean> => {
  const page = await fetch('/', { cache: 'no-store' })
  return page.ok && !(await page.text()).includes(firstFile.slice(firstFile.lastIndexOf('/')))
}

/** `replaced`: asked when a part of the app cannot be had. */
export const followUpdates = (replaced: () => Promise<boolean>): Updates => {
  const [needRefresh, setNeedRefresh] = createSignal(false)
  const workers = import.meta.env.PROD && 'serviceWorker' in navigator ? navigator.serviceWorker : null
  let registered: ServiceWorkerRegistration | null = null

  /** The worker that waits is a newer version, unless it is the first. Once it takes over, in any tab, all go on with it. */
  const look = (): void => {
    if (!registered?.waiting || !workers?.controller) return
    workers.addEventListener('controllerchange', () => location.reload(), { once: true })
    setNeedRefresh(true)
  }
  const register = async (): Promise<void> => {
    registered = (await workers?.register('/sw.js').catch(() => null)) ?? null
    if (registered === null) return
    const registration = registered
    look()
    registration.addEventListener('updatefound', () => {
      const { installing } = registration
      installing?.addEventListener('statechange', () => installing.state === 'installed' && look())
    })
    const check = (): void => {
      if (navigator.onLine && document.visibilityState === 'visible') void registration.update().catch(() => {})
    }
    setInterval(check, CHECK_INTERVAL_MS)
    document.addEventListener('visibilitychange', check)
  }
  // After the page itself, whose files it would fetch once more beside them.
  if (document.readyState === 'complete') void register()
  else window.addEventListener('load', () => void register(), { once: true })

  // A lazily loaded part cannot be had: a newer version has replaced it, or there is no connection. Who asked for it is told too.
  window.addEventListener('vite:preloadError', () => {
    replaced().then(
      (isSo) => isSo && setNeedRefresh(true),
      () => {},
    )
  })
  return {
    needRefresh,
    update: () => {
      const waiting = registered?.waiting
      if (waiting) waiting.postMessage({ type: 'SKIP_WAITING' }, [])
      else location.reload()
    },
  }
}
