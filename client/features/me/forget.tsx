/** Removes everything of this app from this device. Says what is lost, and offers the key card first. */
import { Show } from 'solid-js'
import { toTitle } from '#wording/names.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { askedFirst } from '#ui/asked-first.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'

export const Forget = (props: { onCardFirst: () => void }) => {
  const copy = useCopy()
  const device = useDevice()
  const words = () => copy().me.forget
  const unshared = () =>
    device
      .plans()
      .filter((plan) => plan.unshared)
      .map(({ title }) => toTitle(copy(), title))

  const forget = askedFirst(async () => {
    await device.forgetDevice()
    return true
  })
  const cardFirst = (): void => {
    forget.close()
    props.onCardFirst()
  }

  return (
    <Card title={words().title}>
      <p>{words().text}</p>
      <Show when={forget.hasFailed()}>
        <Banner urgent title={words().failed} />
      </Show>
      <Button look="careful" onClick={forget.ask}>
        {words().go}
      </Button>
      <ConfirmDialog
        open={forget.isOpen()}
        words={words().confirm}
        busy={forget.isBusy()}
        onClose={forget.close}
        onGo={() => void forget.go()}
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
