/** Home: my plans, and the two ways to get one. */
import { For, Show } from 'solid-js'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { LinkButton } from '#ui/button.tsx'
import { Fold } from '#ui/fold.tsx'
import { ForId } from '#ui/for-id.tsx'
import { Screen } from '#ui/screen.tsx'
import { PlanCard } from './plan-card.tsx'
import { StorageState } from './storage-state.tsx'
import { Weave } from './weave.tsx'
import './home.css'

export const HomeScreen = () => {
  const copy = useCopy()
  const device = useDevice()
  const current = () => device.plans().filter((plan) => !plan.archived)
  const archived = () => device.plans().filter((plan) => plan.archived)
  const isFirstTime = () => device.plans().length === 0

  return (
    <Screen title={isFirstTime() ? copy().home.welcome : copy().home.title}>
      <Show when={isFirstTime()}>
        <Weave />
        <div class="hm-welcome">
          <For each={copy().home.explanation}>{(sentence) => <p>{sentence}</p>}</For>
        </div>
      </Show>
      <Show when={current().length > 0}>
        <ul class="hm-plans">
          <ForId each={current()} by={(plan) => plan.id}>
            {(plan) => <PlanCard plan={plan()} />}
          </ForId>
        </ul>
      </Show>
      <div class="hm-ways">
        <LinkButton look="main" wide href={toHref(paths.start)}>
          {copy().home.start}
        </LinkButton>
        <LinkButton wide href={toHref(paths.open)}>
          {copy().home.invited}
        </LinkButton>
      </div>
      <Show when={isFirstTime()}>
        <p class="soft">{copy().home.noAccount}</p>
      </Show>
      <StorageState />
      <Show when={archived().length > 0}>
        <Fold title={copy().home.archived(archived().length)}>
          <ul class="hm-plans">
            <ForId each={archived()} by={(plan) => plan.id}>
              {(plan) => <PlanCard plan={plan()} />}
            </ForId>
          </ul>
        </Fold>
      </Show>
    </Screen>
  )
}
