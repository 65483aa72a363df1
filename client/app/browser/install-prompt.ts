/**
 * The browser's own question whether to install the app: held back when the browser would ask it, and asked when somebody
 * wants it.
 */
import { type Accessor, createSignal } from 'solid-js'

/** Chromium's event, which no standard names. */
type InstallEvent = Event & { prompt(): Promise<unknown> }

const isInstallEvent = (event: Event): event is InstallEvent => 'prompt' in event && typeof event.prompt === 'function'

/** Called early: the event comes once. `null`: there is nothing to ask. */
export const watchForInstall = (page: Pick<EventTarget, 'addEventListener'>): Accessor<(() => void) | null> => {
  const [ask, setAsk] = createSignal<(() => void) | null>(null)
  page.addEventListener('beforeinstallprompt', (event) => {
    if (!isInstallEvent(event)) return
    event.preventDefault()
    setAsk(() => () => {
      setAsk(null) // it can be asked once
      void event.prompt().catch(() => {})
    })
  })
  page.addEventListener('appinstalled', () => setAsk(null))
  return ask
}
