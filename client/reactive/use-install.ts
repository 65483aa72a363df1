/** How the app can be kept at hand like any other: by the browser's own question, or by its menu, in that browser's words. */
import { useDevice } from './use-device.ts'
import { usePlatform } from './use-platform.ts'
import { isWebView } from './web-view.ts'

/** `apple`: the app that is added there has a storage of its own, and begins empty. */
export type InstallWay = 'question' | 'menu' | 'apple'

const APPLE = /iPhone|iPad|iPod|Macintosh/
const CHROMIUM = /Chrome\/|CriOS\//
const ANDROID = /Android/

/** `null`: not in this browser. Safari calls an iPad a Mac; both have the same way. */
export const toInstallWay = (userAgent: string, canAsk: boolean): InstallWay | null => {
  if (canAsk) return 'question'
  if (isWebView(userAgent, false)) return null
  if (APPLE.test(userAgent) && (!/Macintosh/.test(userAgent) || !/Chrome\/|Firefox\//.test(userAgent))) return 'apple'
  return CHROMIUM.test(userAgent) || ANDROID.test(userAgent) ? 'menu' : null
}

/**
 * Only where this device keeps its plans: on Apple's devices they come to the installed app by the key card, as to another
 * device.
 */
export const useInstall = () => {
  const device = useDevice()
  const platform = usePlatform()
  const way = (): InstallWay | null =>
    platform.installed || device.storage().name !== 'ready'
      ? null
      : toInstallWay(platform.userAgent, platform.askToInstall() !== null)
  return { way, ask: (): void => platform.askToInstall()?.() }
}
