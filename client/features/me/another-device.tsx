/** Another device of mine: the key card for one minute, to be scanned from this screen. */
import { Show, createSignal, onCleanup } from 'solid-js'
import type { KeyCard } from '#ports/own-keys.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { FoldedCard } from '#ui/card.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { CardView } from './card-view.tsx'

/** Long enough to fetch the other device and scan; a screen that is left alone does not show the card for longer. */
export const SHOWN_FOR_S = 60
const SECOND_MS = 1_000

export const AnotherDevice = () => {
  const copy = useCopy()
  const device = useDevice()
  const words = () => copy().me.device
  const [asking, setAsking] = createSignal(false)
  const [card, setCard] = createSignal<KeyCard | null>(null)
  const [left, setLeft] = createSignal(0)
  const [state, setState] = createSignal<'ready' | 'over' | 'failed'>('ready')
  let timer: ReturnType<typeof setInterval> | undefined

  const hide = (): void => {
    clearInterval(timer)
    setCard(null)
    setState('over')
  }
  const show = async (): Promise<void> => {
    setAsking(false)
    const shown = await device.keyCard().catch(() => null)
    setCard(shown)
    setState(shown === null ? 'failed' : 'ready')
    if (shown === null) return
    setLeft(SHOWN_FOR_S)
    clearInterval(timer)
    timer = setInterval(() => {
      setLeft((seconds) => seconds - 1)
      if (left() <= 0) hide()
    }, SECOND_MS)
  }
  onCleanup(() => clearInterval(timer))

  return (
    <FoldedCard title={words().title}>
      <p>{words().use}</p>
      <Show when={state() === 'failed'}>
        <Banner urgent title={copy().me.card.failed} />
      </Show>
      <Show
        when={card()}
        fallback={
          <>
            <Show when={state() === 'over'}>
              <p role="status">{words().over}</p>
            </Show>
            <Button icon="phone" onClick={() => setAsking(true)}>
              {words().show}
            </Button>
          </>
        }
      >
        {(shown) => (
          <>
            <p>{words().scan}</p>
            <CardView card={shown()} />
            <p>{words().left(left())}</p>
            <Button onClick={hide}>{words().hide}</Button>
          </>
        )}
      </Show>
      <ConfirmDialog open={asking()} words={words().confirm} onClose={() => setAsking(false)} onGo={() => void show()}>
        <p>{words().confirm.text}</p>
      </ConfirmDialog>
    </FoldedCard>
  )
}
