/**
 * Asks before the page is closed while something would be gone with it: "only for now", and not everything is shared. Leaving
 * fast is never asked.
 */
import type { Device } from '#ports/device.ts'

type Page = Pick<Window, 'addEventListener' | 'removeEventListener'>
type Root = Pick<HTMLElement, 'hasAttribute'>

const isLostOnClosing = (device: Pick<Device, 'storage' | 'plans'>): boolean =>
  device.storage().name === 'memory' && device.plans().some(({ unshared }) => unshared)

/** Returns its stop. */
export const warnBeforeClosing = (page: Page, root: Root, device: Pick<Device, 'storage' | 'plans'>): (() => void) => {
  const ask = (event: BeforeUnloadEvent): void => {
    if (!root.hasAttribute('data-left') && isLostOnClosing(device)) event.preventDefault()
  }
  page.addEventListener('beforeunload', ask)
  return () => page.removeEventListener('beforeunload', ask)
}
