/** Offered where nothing is kept yet: on a computer of others nothing of me stays behind. */
import { Show, createSignal } from 'solid-js'
import { useFirstCopy } from '#reactive/use-language.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'

export const OnlyForNow = () => {
  const copy = useFirstCopy()
  const device = useDevice()
  const [busy, setBusy] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const choose = async (): Promise<void> => {
    setBusy(true)
    setFailed(false)
    await device.onlyForNow().catch(() => setFailed(true))
    setBusy(false)
  }
  return (
    <Show when={device.storage().name === 'ready'}>
      <Card title={copy().onlyForNow.ask}>
        <p>{copy().onlyForNow.text}</p>
        <Show when={failed()}>
          <p role="alert">{copy().onlyForNow.failed}</p>
        </Show>
        <Button busy={busy()} onClick={() => void choose()}>
          {copy().onlyForNow.choose}
        </Button>
      </Card>
    </Show>
  )
}
