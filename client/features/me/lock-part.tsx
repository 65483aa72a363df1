/** Locks this device under its own unlock: what it does and what not, after how long, on and off. */
import { createResource, createSignal, Show } from 'solid-js'
import type { DeviceLock, LockChanged, LockState } from '#ports/lock.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { FoldedCard } from '#ui/card.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'

const MINUTES = [1, 5, 15, 60]
/** For a device that is put down on a kitchen table. */
const FIRST_MINUTES = 5

/** Not shown where the browser has no such unlock: a lock that anybody opens would be a promise that nobody keeps. */
export const LockPart = (props: { onCardFirst: () => void }) => {
  const { lock } = useDevice()
  const [isOffered] = createResource(async () => (await lock?.isOffered()) ?? false)
  return (
    <Show when={lock !== null && (lock.state() !== null || isOffered()) ? lock : null}>
      {(shown) => <Lock lock={shown()} onCardFirst={() => props.onCardFirst()} />}
    </Show>
  )
}

const Lock = (props: { lock: DeviceLock; onCardFirst: () => void }) => {
  const copy = useCopy()
  const words = () => copy().lock
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<Extract<LockChanged, { ok: false }>['reason'] | null>(null)
  const change = async (work: Promise<LockChanged>): Promise<void> => {
    setBusy(true)
    const changed = await work.catch(() => ({ ok: false, reason: 'unavailable' }) as const)
    setBusy(false)
    setFailure(changed.ok ? null : changed.reason)
  }
  return (
    <FoldedCard title={words().title}>
      <Show when={failure()}>{(reason) => <Banner urgent title={words().failed[reason()]} />}</Show>
      <Show
        when={props.lock.state()}
        fallback={
          <>
            <p>{words().use}</p>
            <p>{words().cardFirst}</p>
            <Button look="quiet" onClick={() => props.onCardFirst()}>
              {words().toCard}
            </Button>
            <p>{words().twice}</p>
            <Button busy={busy()} onClick={() => void change(props.lock.turnOn(FIRST_MINUTES))}>
              {busy() ? copy().general.busy : words().turnOn}
            </Button>
          </>
        }
      >
        {(state) => <On state={state()} busy={busy()} lock={props.lock} onChange={(work) => void change(work)} />}
      </Show>
      <p class="soft">{words().limits}</p>
    </FoldedCard>
  )
}

const On = (props: {
  state: LockState
  busy: boolean
  lock: DeviceLock
  onChange: (work: Promise<LockChanged>) => void
}) => {
  const copy = useCopy()
  const words = () => copy().lock
  /** What was tapped, until it is stored or could not be. */
  const [asked, setAsked] = createSignal<number | null>(null)
  const choose = (minutes: number): void => {
    setAsked(minutes)
    props.onChange(props.lock.setMinutes(minutes).finally(() => setAsked(null)))
  }
  return (
    <>
      <p role="status">
        <strong>{words().isOn}</strong> <Show when={props.state.settling && !props.busy}>{words().settling}</Show>
      </p>
      <Button onClick={() => props.lock.lockNow()}>{words().lockNow}</Button>
      <RadioCards
        legend={words().when}
        value={`${asked() ?? props.state.minutes}`}
        choices={MINUTES.map((value) => ({ value: `${value}`, title: words().after(value) }))}
        onChoose={(chosen) => choose(Number(chosen))}
      />
      <p>{words().always}</p>
      <Button look="careful" busy={props.busy} onClick={() => props.onChange(props.lock.turnOff())}>
        {props.busy ? copy().general.busy : words().turnOff}
      </Button>
    </>
  )
}
