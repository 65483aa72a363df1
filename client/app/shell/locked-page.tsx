/** The page of a locked device: the one way in, and what to do when it does not open. Nothing of a plan, no name. */
import { createSignal, Show } from 'solid-js'
import type { FirstCopy } from '#copy/languages.ts'
import type { DoorOpened, LockedDoor } from '#ports/lock.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Fold } from '#ui/fold.tsx'
import { LeaveButton, LeavingContext } from '#ui/leave-button.tsx'
import { Logo } from '#ui/logo.tsx'
import './bare-page.css'

type Failure = Extract<DoorOpened, { ok: false }>['reason']

/** The tries after which the help is shown unasked: a credential that is gone looks like one that somebody refused. */
const PATIENCE = 2

export const LockedPage = (props: { copy: FirstCopy; door: LockedDoor; onLeave: () => void }) => {
  const words = () => props.copy.lock.page
  const [state, setState] = createSignal<'ready' | 'opening' | 'forgetting' | 'not-forgotten'>('ready')
  const [failure, setFailure] = createSignal<Failure | null>(null)
  const [tries, setTries] = createSignal(0)
  const [asking, setAsking] = createSignal(false)

  const open = async (): Promise<void> => {
    setState('opening')
    const opened = await props.door.open().catch(() => ({ ok: false, reason: 'refused' }) as const)
    if (opened.ok) return // the app takes the place of this page
    setState('ready')
    setFailure(opened.reason)
    setTries((before) => before + 1)
  }
  const forget = async (): Promise<void> => {
    setState('forgetting')
    const gone = await props.door.forget().then(
      () => true,
      () => false,
    )
    setAsking(false)
    if (!gone) setState('not-forgotten')
  }
  return (
    <LeavingContext.Provider value={{ label: () => props.copy.general.leave, leave: () => props.onLeave() }}>
      <main class="bp bp-words">
        <div class="bp-top no-print">
          <Logo />
          <LeaveButton />
        </div>
        <h1>{words().title}</h1>
        <p>{words().text}</p>
        <Show when={failure()}>{(reason) => <Banner urgent title={words().failed[reason()]} />}</Show>
        <Show when={state() === 'not-forgotten'}>
          <Banner urgent title={words().forgetFailed} />
        </Show>
        <Button look="main" busy={state() === 'opening'} onClick={() => void open()}>
          {state() === 'opening' ? props.copy.general.busy : words().open}
        </Button>
        <Fold title={words().help} open={tries() >= PATIENCE || failure() === 'other'}>
          <div class="bp-help">
            <p>{words().helpText}</p>
            <Button look="careful" onClick={() => setAsking(true)}>
              {words().forget}
            </Button>
          </div>
        </Fold>
        <ConfirmDialog
          open={asking()}
          words={words().confirm}
          busy={state() === 'forgetting'}
          onClose={() => setAsking(false)}
          onGo={() => void forget()}
        >
          <p>{words().confirm.text}</p>
        </ConfirmDialog>
      </main>
    </LeavingContext.Provider>
  )
}
