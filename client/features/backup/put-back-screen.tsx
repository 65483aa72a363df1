/**
 * Putting back the file in which everything was kept: choose it, give the card that opens it, see what is in it, and only then
 * put it back.
 */
import { Match, Show, Switch, createSignal } from 'solid-js'
import type { BackupFault, OpenedBackup, PutBack } from '#ports/backup.ts'
import type { CardFault } from '#ports/own-keys.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { FilePicker } from '#ui/file-picker.tsx'
import { Form } from '#ui/form.tsx'
import { Progress } from '#ui/progress.tsx'
import { Screen } from '#ui/screen.tsx'
import { TextField } from '#ui/text-field.tsx'
import { toFaultWords } from '#wording/card-fault.ts'
import { toTitle } from '#wording/names.ts'
import { Inside } from './inside.tsx'

type Step =
  | { readonly name: 'choose' }
  /** The file is under another card than this device's. */
  | { readonly name: 'card'; readonly file: File }
  | { readonly name: 'inside'; readonly backup: OpenedBackup }
  | { readonly name: 'done'; readonly skipped: readonly string[] }

export const PutBackScreen = () => {
  const copy = useCopy()
  const device = useDevice()
  const words = () => copy().backup
  const [step, setStep] = createSignal<Step>({ name: 'choose' })
  const [card, setCard] = createSignal('')
  const [fault, setFault] = createSignal<CardFault | null>(null)
  const [refused, setRefused] = createSignal<BackupFault | 'unavailable' | null>(null)
  const [stopped, setStopped] = createSignal<Extract<PutBack, { ok: false }> | null>(null)
  /** From 0 to 1; `null`: nothing is going on. */
  const [part, setPart] = createSignal<number | null>(null)

  const during = async (work: () => Promise<void>): Promise<void> => {
    if (part() !== null) return
    setPart(0)
    setRefused(null)
    setStopped(null)
    await work().catch(() => setRefused('unavailable'))
    setPart(null)
  }
  const toCard = (file: File): void => {
    setCard('')
    setFault(null)
    setStep({ name: 'card', file })
  }
  const open = (file: File, typed: string | null) =>
    during(async () => {
      const opened = await device.openBackup(file, typed, setPart)
      if (opened.ok) {
        setCard('')
        return void setStep({ name: 'inside', backup: opened.backup })
      }
      if (opened.reason === 'not-a-card') return void setFault(opened.fault)
      if (opened.reason === 'other-card' && typed === null) return toCard(file)
      setRefused(opened.reason)
    })
  const putBack = (backup: OpenedBackup, forNow: boolean) =>
    during(async () => {
      if (forNow) await device.onlyForNow()
      const put = await backup.putBack(setPart)
      if (put.ok) setStep({ name: 'done', skipped: put.skipped })
      else setStopped(put)
    })
  const only = <Name extends Step['name']>(name: Name) => {
    const now = step()
    return now.name === name ? (now as Extract<Step, { name: Name }>) : undefined
  }
  const refusal = () => {
    const reason = refused()
    return reason === null ? null : reason === 'unavailable' ? words().unavailable : words().refused[reason]
  }
  const reading = () => (
    <>
      <Show when={refusal()}>{(sentence) => <Banner urgent title={sentence()} />}</Show>
      <Show when={part() !== null}>
        <Progress label={words().reading} value={part() ?? 0} max={1} />
      </Show>
    </>
  )

  // Each step is a screen of its own: it takes the focus.
  return (
    <Switch>
      <Match when={only('choose')}>
        <Screen title={words().putBack} lead={words().lead}>
          <FilePicker label={words().choose} drop={words().drop} onChoose={(file) => void open(file, null)} />
          {reading()}
        </Screen>
      </Match>
      <Match when={only('card')}>
        {(now) => (
          <Screen title={words().card.title} lead={words().card.lead}>
            <Form onSubmit={() => void open(now().file, card())}>
              <TextField
                unkept="secret"
                label={copy().card.characters}
                hint={copy().card.hint}
                error={toFaultWords(copy(), fault())}
                value={card()}
                onInput={(text) => {
                  setCard(text)
                  setFault(null)
                  setRefused(null)
                }}
                dir="ltr"
                code
              />
              {reading()}
              <Button look="main" wide type="submit" busy={part() !== null}>
                {part() === null ? words().card.go : copy().general.busy}
              </Button>
            </Form>
            <Button
              look="quiet"
              busy={part() !== null}
              onClick={() => {
                setRefused(null)
                setStep({ name: 'choose' })
              }}
            >
              {words().card.otherFile}
            </Button>
          </Screen>
        )}
      </Match>
      <Match when={only('inside')}>
        {(now) => (
          <Inside
            backup={now().backup}
            part={part()}
            stopped={stopped()}
            failed={refused() !== null}
            onGo={(forNow) => void putBack(now().backup, forNow)}
          />
        )}
      </Match>
      <Match when={only('done')}>
        {(now) => (
          <Screen
            title={now().skipped.length === 0 ? words().done.title : words().done.titleButSome}
            lead={words().done.lead}
          >
            <Show when={now().skipped.length > 0}>
              <p dir="auto">{words().done.skipped(now().skipped.map((title) => toTitle(copy(), title)))}</p>
            </Show>
            <LinkButton look="main" wide href={toHref(paths.home)}>
              {copy().opening.toHome}
            </LinkButton>
          </Screen>
        )}
      </Match>
    </Switch>
  )
}
