/** This plan goes on in another one, or should soon. */
import { Match, Show, Switch } from 'solid-js'
import { successorOf } from '#domain/plan/successor.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { Banner } from '#ui/banner.tsx'
import { LinkButton } from '#ui/button.tsx'

export const SuccessorNotice = () => {
  const copy = usePlanCopy()
  const device = useDevice()
  const plan = useOpenPlan()
  const successor = usePlanState((state) => successorOf(state, plan))
  const isHere = () => device.plans().some(({ id }) => id === successor())
  const words = () => copy().sharing.successor
  return (
    <Switch>
      <Match when={successor()}>
        {(next) => (
          <Banner
            calm
            icon="info"
            title={words().goesOn}
            actions={
              <Show when={isHere()}>
                <LinkButton href={toHref(paths.plan(next()))}>{words().open}</LinkButton>
              </Show>
            }
          >
            <p>{isHere() ? words().here : words().ask}</p>
          </Banner>
        )}
      </Match>
      <Match when={plan.sharing().nearlyFull && plan.role() === 'owner'}>
        <Banner
          title={words().nearlyFull}
          actions={<LinkButton href={toHref(paths.manage(plan.id))}>{copy().manage.successor.title}</LinkButton>}
        >
          <p>{words().nearlyFullText}</p>
        </Banner>
      </Match>
    </Switch>
  )
}
