/** Alarms that nobody has dismissed yet. The complete list is on the screen about this plan. */
import { useLocation } from '@solidjs/router'
import { For, Show, createMemo } from 'solid-js'
import { groupAlarms, isNew } from '#domain/plan/alarms.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useWhose } from '#reactive/use-whose.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { saveFailureOf } from './sharing-words.ts'

/** A flood of alarms must not push the plan off the screen. */
const MAX_SHOWN = 3

export const AlarmBanner = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const whose = useWhose()
  const location = useLocation()
  const words = () => copy().alarms
  const fresh = createMemo(() => groupAlarms(plan.alarms().filter(isNew)))
  return (
    <Show when={fresh().length > 0}>
      <Banner
        title={copy().sharing.alarmTitle}
        actions={
          <>
            <Show when={location.pathname !== paths.manage(plan.id)}>
              <LinkButton href={toHref(paths.manage(plan.id))}>{words().look}</LinkButton>
            </Show>
            <Button look="quiet" onClick={() => plan.dismissAlarms()}>
              {words().dismiss}
            </Button>
          </>
        }
      >
        <For each={fresh().slice(0, MAX_SHOWN)}>
          {({ name, person }) => <p>{words().told[name].what(whose(person))}</p>}
        </For>
        <p>
          {fresh().some(({ lost }) => lost.length > 0)
            ? words().lostSomewhere
            : saveFailureOf(plan.sharing()) === null && words().safe}
        </p>
      </Banner>
    </Show>
  )
}
