/** Coming back with a key card: typed here, or brought by its QR code. Nothing happens before somebody has said yes. */
import { Match, Show, Switch, createEffect, createSignal, on } from 'solid-js'
import { useNavigate } from '@solidjs/router'
import type { CardFault, CardTaken } from '#ports/own-keys.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { toFaultWords } from '#wording/card-fault.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { Form } from '#ui/form.tsx'
import { Screen } from '#ui/screen.tsx'
import { TextField } from '#ui/text-field.tsx'

type Failure = Extract<CardTaken, { ok: false }>['reason']
/** `incoming`: a link brought the card. `other`: the device has plans of another person. */
type Step = 'typing' | 'incoming' | 'other' | 'same'

export const CardScreen = () => {
  const copy = useCopy()
  const device = useDevice()
  const platform = usePlatform()
  const navigate = useNavigate()
  const [step, setStep] = createSignal<Step>('typing')
  const [text, setText] = createSignal('')
  const [fault, setFault] = createSignal<CardFault | null>(null)
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const [busy, setBusy] = createSignal(false)
  const [forNow, setForNow] = createSignal(false)

  const type = (value: string): void => {
    setText(value)
    setFault(null)
    setFailure(null)
  }
  /** Which question comes first; a mistake is told where the card is typed. */
  const check = async (next: 'incoming' | 'take'): Promise<void> => {
    const checked = await device.checkCard(text())
    setFault(checked.ok ? null : checked.fault)
    if (!checked.ok) return void setStep('typing')
    if (forNow()) return take() // of nobody who has plans here
    if (checked.device !== 'free') return void setStep(checked.device)
    if (next === 'incoming') setStep('incoming')
    else await take()
  }
  const take = async (): Promise<void> => {
    if (forNow()) await device.onlyForNow()
    const taken = await device.takeCard(text())
    if (taken.ok) return navigate(paths.home, { replace: true })
    setStep('typing')
    setFailure(taken.reason)
  }
  const during = async (work: Promise<void>): Promise<void> => {
    setBusy(true)
    setFailure(null)
    await work.catch(() => setFailure('unavailable'))
    setBusy(false)
  }
  const stop = (): void => {
    type('')
    navigate(paths.home, { replace: true })
  }

  createEffect(
    on(
      () => platform.incomingCard(),
      (card) => {
        if (card === null) return
        type(card)
        platform.forgetIncomingCard()
        void during(check('incoming'))
      },
    ),
  )

  const onlyForNow = () => (
    <Show when={device.storage().name === 'ready'}>
      <CheckBox
        label={copy().onlyForNow.check}
        hint={copy().onlyForNow.checkHint}
        checked={forNow()}
        onChange={setForNow}
      />
    </Show>
  )

  // Each step is a screen of its own: it takes the focus.
  return (
    <Switch>
      <Match when={step() === 'typing'}>
        <Screen title={copy().card.title} lead={copy().card.lead}>
          <Form onSubmit={() => void during(check('take'))}>
            <TextField
              unkept="secret"
              label={copy().card.characters}
              hint={copy().card.hint}
              error={toFaultWords(copy(), fault())}
              value={text()}
              onInput={type}
              dir="ltr"
              code
            />
            {onlyForNow()}
            <Show when={failure()}>{(reason) => <Banner urgent title={copy().card.failed[reason()]} />}</Show>
            <Button look="main" wide type="submit" busy={busy()}>
              {busy() ? copy().general.busy : copy().card.go}
            </Button>
          </Form>
          <p class="soft">{copy().card.scan}</p>
          <LinkButton look="quiet" href={toHref(paths.putBack)}>
            {copy().backup.putBack}
          </LinkButton>
          <p class="soft">{copy().card.lost}</p>
          <p class="soft">{copy().card.lostOwner}</p>
        </Screen>
      </Match>
      <Match when={step() === 'incoming'}>
        <Screen title={copy().card.incoming.title} lead={copy().card.incoming.text}>
          <Card tone="warm" name={copy().card.incoming.title}>
            <p>{copy().card.incoming.warning}</p>
          </Card>
          {onlyForNow()}
          <Button look="main" wide busy={busy()} onClick={() => void during(take())}>
            {busy() ? copy().general.busy : copy().card.incoming.go}
          </Button>
          <Button wide onClick={stop}>
            {copy().card.incoming.stop}
          </Button>
        </Screen>
      </Match>
      <Match when={step() === 'other'}>
        <Screen title={copy().card.other.title} lead={copy().card.other.text}>
          <Card name={copy().card.other.title}>
            <p>{copy().card.other.stay}</p>
            <p>{copy().card.other.next}</p>
          </Card>
          <Card tone="warm" name={copy().card.incoming.title}>
            <p>{copy().card.incoming.warning}</p>
          </Card>
          {onlyForNow()}
          <Button look="main" wide onClick={stop}>
            {copy().card.other.stop}
          </Button>
          <Button wide busy={busy()} onClick={() => void during(take())}>
            {busy() ? copy().general.busy : copy().card.other.go}
          </Button>
        </Screen>
      </Match>
      <Match when={step() === 'same'}>
        <Screen title={copy().card.same.title} lead={copy().card.same.text}>
          <LinkButton look="main" wide href={toHref(paths.home)}>
            {copy().opening.toHome}
          </LinkButton>
          <Button wide busy={busy()} onClick={() => void during(take())}>
            {busy() ? copy().general.busy : copy().card.same.missing}
          </Button>
        </Screen>
      </Match>
    </Switch>
  )
}
