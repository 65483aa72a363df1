/** Home: my plans, and ways to add one. With many plans there is a search. */
import {
  ErrorBoundary,
  For,
  Match,
  Show,
  Switch,
  createEffect,
  createSignal,
  untrack,
  useTransition,
  type Accessor,
} from 'solid-js'
import { isNew } from '#domain/plan/alarms.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useFirstCopy } from '#reactive/use-language.ts'
import { useDevice } from '#reactive/use-device.ts'
import { lazyPart } from '#reactive/lazy-part.ts'
import { usePlans } from '#reactive/use-plans.ts'
import { lazyWithWords } from '#reactive/with-words.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Fold } from '#ui/fold.tsx'
import { Screen } from '#ui/screen.tsx'
import { Ahead } from './ahead.tsx'
import { OnlyForNow } from './only-for-now.tsx'
import { FromFile, Me, Plans, Ways } from './parts.tsx'
import { PracticeCard } from './practice-card.tsx'
import { StorageState } from './storage-state.tsx'
import { Weave } from './weave.tsx'
import './home.css'

/** Up to this number they are all visible at a glance. */
const FEW_PLANS = 5

const ManyPlans = lazyPart(() => import('./many-plans.tsx').then((m) => m.ManyPlans))
const Notices = lazyWithWords('aside', () => import('./notices.tsx').then((m) => m.Notices))
const HomeAlarms = lazyWithWords('aside', () => import('./home-alarms.tsx').then((m) => m.HomeAlarms))

export const HomeScreen = () => {
  const copy = useFirstCopy()
  const device = useDevice()
  const plans = usePlans()
  const keeps = () => device.storage().name === 'ready'
  const many = useFetched(() => plans().length > FEW_PLANS)
  return (
    <Screen title={plans().length === 0 ? copy().home.welcome : copy().home.title}>
      <NowAndThen />
      <Switch fallback={<FewPlans />}>
        <Match when={plans().length === 0}>
          <div class="hm-first">
            <Weave />
            <div class="hm-welcome">
              <For each={keeps() ? copy().home.explanation : copy().home.explanationForNow}>
                {(sentence) => <p>{sentence}</p>}
              </For>
            </div>
          </div>
          <Ways />
          <WithCard />
          <p class="soft">{copy().home.noAccount}</p>
          <OnlyForNow />
          <PracticeCard />
          <FromFile />
          <StorageState />
        </Match>
        <Match when={many()}>
          {/* Without its search, the plans are there all the same. */}
          <ErrorBoundary fallback={<FewPlans />}>
            <ManyPlans />
          </ErrorBoundary>
        </Match>
      </Switch>
    </Screen>
  )
}

/** Home waits for what it shows from the start, and stays as it is while something else is fetched later: it never jumps. */
const useFetched = (wanted: () => boolean): Accessor<boolean> => {
  const [, later] = useTransition()
  const [shown, setShown] = createSignal(wanted())
  createEffect(() => {
    const now = wanted()
    if (now !== untrack(shown)) void later(() => setShown(now))
  })
  return shown
}

const NowAndThen = () => {
  const device = useDevice()
  const { home } = device
  const shown = useFetched(
    () => device.restore().name !== 'none' || device.newCard().name !== 'none' || home.alarms().some(isNew),
  )
  return (
    // What cannot be had is told at the next start: the plans come first.
    <ErrorBoundary fallback={null}>
      <div role="status">
        <Show when={shown()}>
          <Notices />
        </Show>
      </div>
      <Show when={shown()}>
        <HomeAlarms />
      </Show>
    </ErrorBoundary>
  )
}

const WithCard = () => {
  const copy = useFirstCopy()
  return (
    <LinkButton wide href={toHref(paths.card)}>
      {copy().card.home}
    </LinkButton>
  )
}

const FewPlans = () => {
  const copy = useFirstCopy()
  const plans = usePlans()
  const current = () => plans().filter((plan) => !plan.archived)
  const archived = () => plans().filter((plan) => plan.archived)
  return (
    <>
      <Ahead />
      <Show when={current().length > 0}>
        <Plans plans={current()} />
      </Show>
      <Ways />
      <PracticeCard />
      <FromFile />
      <Me />
      <StorageState />
      <Show when={archived().length > 0}>
        <Fold title={copy().home.archived(archived().length)}>
          <Plans plans={archived()} />
        </Fold>
      </Show>
    </>
  )
}
