/** Where my plans are stored, and whether the storage is persistent, in words. */
import { Show } from 'solid-js'
import type { DeviceStorage } from '#ports/device.ts'
import { useFirstCopy } from '#reactive/use-language.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useInstall } from '#reactive/use-install.ts'
import { useDevice } from '#reactive/use-device.ts'
import { StatusLine } from '#ui/status-line.tsx'

export const StorageState = () => {
  const copy = useFirstCopy()
  const device = useDevice()
  /** Plans that a key card brings back are not all here yet. */
  const isComing = () =>
    device.restore().name === 'listing' || device.plans().some(({ coming }) => coming !== undefined)
  const words = (storage: DeviceStorage): string => {
    switch (storage.name) {
      case 'ready':
        return isComing() ? copy().device.storage.coming : copy().device.storage.ready
      case 'memory':
        return storage.reason === 'blocked' || storage.reason === 'outdated-app' // nothing is lost: the plans are only unreachable
          ? copy().device.memoryReason[storage.reason]
          : `${copy().device.storage.memory} ${copy().device.memoryReason[storage.reason]}`
    }
  }
  /** Whoever chose it reads it at the top of every screen. */
  const isChosen = () => {
    const storage = device.storage()
    return storage.name === 'memory' && storage.reason === 'chosen'
  }
  const { way } = useInstall()
  /** The moment to say it: there is a plan here, and the browser may clear it. */
  const mayClear = () => device.plans().length > 0 && device.persistence() !== 'granted'
  return (
    <Show when={!isChosen()}>
      <div class="hm-storage">
        <StatusLine tone={device.storage().name === 'ready' ? 'good' : 'attention'}>
          {words(device.storage())}
        </StatusLine>
        <Show when={device.storage().name === 'ready' && copy().device.persistence[device.persistence()]}>
          {(text) => <p class="soft hm-persistence">{text()}</p>}
        </Show>
        <Show when={mayClear() && way() !== null}>
          <a class="hm-install" href={toHref(paths.install)}>
            {copy().install.home}
          </a>
        </Show>
      </div>
    </Show>
  )
}
