/** Removes everything of this app from this device. Says what is lost, and offers the key card first. */
import { Show, createSignal } from 'solid-js'
import { toTitle } from '#wording/names.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'

export const Forget = (props: { onCardFirst: () => void }) => {
  const copy = useCopy()
  const device = useDevice()
  const words = () => copy().me.forget
  const [asking, setAsking] = createSignal(false)
  const [state, setState] = createSignal<'ready' | 'busy' | 'failed'>('ready')
  const unshared = () =>
    device
      .plans()
      .filter((plan) => plan.unshared)
      .map(({ title }) => toTitle(copy(), title))

  const forget = async (): Promise<void> => {
    setState('busy')
    try {
      await device.forgetDevice()
    } catch {
      setState('failed')
      setAsking(false)
    }
  }
  const cardFirst = (): void => {
    setAsking(false)
    props.onCardFirst()
  }

  return (
    <Card title={words().title}>
      <p>{words().text}</p>
      <Show when={state() === 'failed'}>
        <Banner urgent title={words().failed} />
      </Show>
      <Button look="careful" onClick={() => setAsking(true)}>
        {words().go}
      </Button>
      <ConfirmDialog
        open={asking()}
        title={words().confirm.title}
        keepLabel={words().confirm.keep}
        goLabel={words().confirm.go}
        busy={state() === 'busy'}
        onClose={() => setAsking(false)}
        onGo={() => void forget()}
      >
        <Show when={unshared().length > 0}>
          <p dir="auto">
            <strong>{words().confirm.unshared(unshared())}</strong>
          </p>
        </Show>
        <p>{words().confirm.lost}</p>
        <Button wide icon="eye" onClick={cardFirst}>
          {words().confirm.cardFirst}
        </Button>
      </ConfirmDialog>
    </Card>
  )
}
