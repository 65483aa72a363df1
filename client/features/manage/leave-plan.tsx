/**
 * Stopping with a plan: leaving it, or closing it for everybody. The last owner cannot leave; both ways on are offered. This
 * device's copy stays to be read, unless it is taken off in the same step.
 */
import { Match, Show, Switch, createSignal } from 'solid-js'
import { useNavigate } from '@solidjs/router'
import { paths, toHref } from '#reactive/paths.ts'
import { isSoleOwner } from '#reactive/owners.ts'
import { whenConnected } from '#reactive/patience.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { RecordResult } from '#ports/open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { lossesOf } from './losses.ts'
import { usePlanFile } from './use-plan-file.ts'

type Way = 'leave' | 'close'
type State = 'ready' | 'busy' | Extract<RecordResult, { ok: false }>['reason']

export const LeavePlan = () => {
  const copy = useCopy()
  const device = useDevice()
  const plan = useOpenPlan()
  const navigate = useNavigate()
  const file = usePlanFile()
  const [asking, setAsking] = createSignal<Way | null>(null)
  const [state, setState] = createSignal<State>('ready')
  const [takeOff, setTakeOff] = createSignal(false)
  const words = () => copy().circle
  const failure = () => {
    const now = state()
    return now === 'offline' || now === 'refused' ? now : undefined
  }
  const others = () => plan.members().filter(({ me }) => !me)
  const isUnshared = () => lossesOf(plan.members(), plan.sharing()).includes('unshared')

  const go = async (way: Way) => {
    setState('busy')
    await whenConnected(plan)
    const result = await (way === 'leave' ? plan.leave() : plan.closeForAll())
    if (result.ok && takeOff()) {
      await device.takeOff(plan.id)
      return navigate(paths.home, { replace: true })
    }
    setState(result.ok ? 'ready' : result.reason)
    setAsking(null)
    // What happened stands at the top, and this card is no more.
    if (result.ok) navigate(paths.plan(plan.id))
  }

  return (
    <>
      <Show when={failure()}>{(reason) => <Banner urgent title={words().failed[reason()]} />}</Show>
      <Show when={others().length > 0 && plan.ended() === null}>
        <Card title={words().leave.title} place="leave">
          <Switch>
            <Match when={isSoleOwner(plan)}>
              <p>{words().leave.lastOwner}</p>
              <LinkButton icon="person" href={toHref(paths.people(plan.id))}>
                {words().leave.toPeople}
              </LinkButton>
            </Match>
            <Match when={true}>
              <p>{words().leave.text}</p>
              <Button look="careful" onClick={() => setAsking('leave')}>
                {words().leave.go}
              </Button>
            </Match>
          </Switch>
        </Card>
      </Show>
      <Show when={plan.role() === 'owner' && plan.ended() === null}>
        <Card title={words().close.title}>
          <p>{words().close.text}</p>
          <Button look="careful" onClick={() => setAsking('close')}>
            {words().close.go}
          </Button>
        </Card>
      </Show>
      <Show when={asking()}>
        {(way) => (
          <ConfirmDialog
            open
            words={words()[way()].confirm}
            busy={state() === 'busy'}
            onClose={() => state() !== 'busy' && setAsking(null)}
            onGo={() => void go(way())}
          >
            <p>{words()[way()].confirm.text}</p>
            <CheckBox
              label={words().takeOffToo}
              hint={words().takeOffTooText}
              checked={takeOff()}
              onChange={setTakeOff}
            />
            <Show when={takeOff() && isUnshared()}>
              <p>{copy().manage.takeOff.confirm.unshared}</p>
            </Show>
            <Show when={takeOff()}>
              <Button wide icon="file" onClick={() => file.save()}>
                {copy().manage.takeOff.confirm.fileFirst}
              </Button>
            </Show>
          </ConfirmDialog>
        )}
      </Show>
    </>
  )
}
