/** My key card: hidden until somebody asks for it, then shown, printed or saved. */
import { Show, createEffect, createSignal, onCleanup } from 'solid-js'
import type { KeyCard } from '#ports/own-keys.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { FoldedCard } from '#ui/card.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { toQrPath } from '#ui/qr-code.tsx'
import { toAddress } from './address.ts'
import { toCardPicture } from './card-picture.ts'
import { CardView } from './card-view.tsx'
import { whenUntouched } from './when-untouched.ts'

/** Who writes 28 characters down by hand touches nothing meanwhile, and takes up to ten seconds for each when tired. */
export const HIDDEN_AFTER_MS = 5 * 60_000

/** `card` is shown as long as it is set; the screen holds it, because it prints it. */
export const CardPart = (props: { card: KeyCard | null; onCard: (card: KeyCard | null) => void }) => {
  const copy = useCopy()
  const device = useDevice()
  const platform = usePlatform()
  const words = () => copy().me.card
  const [asking, setAsking] = createSignal(false)
  const [saved, setSaved] = createSignal(false)
  const [failed, setFailed] = createSignal(false)
  const [over, setOver] = createSignal(false)
  const before = () => device.plans().filter(({ asBefore, moving }) => asBefore === true && !moving).length

  const show = async (): Promise<void> => {
    setAsking(false)
    setSaved(false)
    setOver(false)
    const card = await device.keyCard().catch(() => null)
    setFailed(card === null)
    props.onCard(card)
    if (card === null) return
    device.keepProposed('card-with-content')
    device.keepProposed('card-with-ownership')
  }
  const hideUntouched = (): void => {
    props.onCard(null)
    setOver(true)
  }
  createEffect(() => props.card !== null && onCleanup(whenUntouched(HIDDEN_AFTER_MS, hideUntouched)))
  const save = async ({ characters, url }: KeyCard): Promise<void> => {
    const { title, how, secret, fileName } = copy().me.paper
    const drawing = toCardPicture({ title, characters, how: how(toAddress(url)), secret, qr: toQrPath(url) })
    await platform.savePicture({ name: fileName, drawing })
    setSaved(true)
  }

  return (
    <FoldedCard title={words().title}>
      <p>{words().use}</p>
      <p>{words().secret}</p>
      <Show when={before() > 0}>
        <p>{words().before(before())}</p>
      </Show>
      <Show when={failed()}>
        <Banner urgent title={words().failed} />
      </Show>
      <Show
        when={props.card}
        fallback={
          <>
            <Show when={over()}>
              <p role="status">{words().over}</p>
            </Show>
            {/* Whoever was writing it down was asked before. */}
            <Button icon="eye" onClick={() => (over() ? void show() : setAsking(true))}>
              {words().show}
            </Button>
          </>
        }
      >
        {(card) => (
          <>
            <CardView card={card()} />
            <p>{words().keep}</p>
            <div class="me-actions">
              <Button icon="print" onClick={() => platform.print()}>
                {words().print}
              </Button>
              <Button icon="file" onClick={() => void save(card())}>
                {words().save}
              </Button>
              <Button look="quiet" onClick={() => props.onCard(null)}>
                {words().hide}
              </Button>
            </div>
            <Show when={saved()}>
              <p role="status">{words().saved}</p>
            </Show>
          </>
        )}
      </Show>
      <ConfirmDialog open={asking()} words={words().confirm} onClose={() => setAsking(false)} onGo={() => void show()}>
        <p>{words().confirm.text}</p>
      </ConfirmDialog>
    </FoldedCard>
  )
}
