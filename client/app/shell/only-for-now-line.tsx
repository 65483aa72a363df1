/** "Only for now", on every screen: what closing would lose, and the key card as the way to come back. */
import { Show } from 'solid-js'
import { paths, toHref } from '#reactive/paths.ts'
import { useFirstCopy } from '#reactive/use-language.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Icon } from '#ui/icon.tsx'

export const OnlyForNowLine = () => {
  const copy = useFirstCopy()
  const device = useDevice()
  const isChosen = () => {
    const storage = device.storage()
    return storage.name === 'memory' && storage.reason === 'chosen'
  }
  const unshared = () => device.plans().some((plan) => plan.unshared)
  return (
    <Show when={isChosen()}>
      <div class="ap-now no-print" classList={{ 'ap-now-unshared': unshared() }} role="status">
        <Icon name={unshared() ? 'warning' : 'info'} />
        <p>{unshared() ? copy().onlyForNow.unshared : copy().onlyForNow.shared}</p>
        <Show when={device.plans().length > 0}>
          <a href={toHref(paths.myCard)}>{copy().onlyForNow.card}</a>
        </Show>
      </div>
    </Show>
  )
}
