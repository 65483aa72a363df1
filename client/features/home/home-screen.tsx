/** Home: my plans, and ways to add one. With many plans there is a search. */
import { ErrorBoundary, For, Match, Show, Switch, createMemo, createSignal } from 'solid-js'
import { toTitle } from '#wording/names.ts'
import type { PlanSummary } from '#ports/device.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useFirstCopy } from '#reactive/use-language.ts'
import { useToday } from '#reactive/use-today.ts'
import { useDevice } from '#reactive/use-device.ts'
import { usePlans } from '#reactive/use-plans.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Fold } from '#ui/fold.tsx'
import { ForId } from '#ui/for-id.tsx'
import { Screen } from '#ui/screen.tsx'
import { Ahead } from './ahead.tsx'
import { FindBar } from './find-bar.tsx'
import { FEW_PLANS, findPlans, FIRST_VIEW, formatHomeView, type HomeView, parseHomeView } from './find-plans.ts'
import { PlanCard } from './plan-card.tsx'
import { FoundWords } from './found-words.tsx'
import { HomeAlarms } from './home-alarms.tsx'
import { NewCardNotice } from './new-card-notice.tsx'
import { OnlyForNow } from './only-for-now.tsx'
import { PracticeCard } from './practice-card.tsx'
import { RestoreNotice } from './restore-notice.tsx'
import { StorageState } from './storage-state.tsx'
import { Weave } from './weave.tsx'
import './home.css'

export const HomeScreen = () => {
  const copy = useFirstCopy()
  const device = useDevice()
  const plans = usePlans()
  const keeps = () => device.storage().name === 'ready'
  return (
    <Screen title={plans().length === 0 ? copy().home.welcome : copy().home.title}>
      <RestoreNotice />
      <NewCardNotice />
      <HomeAlarms />
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
        <Match when={plans().length > FEW_PLANS}>
          <ManyPlans />
        </Match>
      </Switch>
    </Screen>
  )
}

const Ways = () => {
  const copy = useFirstCopy()
  return (
    <div class="hm-ways">
      <LinkButton look="main" wide href={toHref(paths.start)}>
        {copy().home.start}
      </LinkButton>
      <LinkButton wide href={toHref(paths.open)}>
        {copy().home.invited}
      </LinkButton>
    </div>
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

const Me = () => {
  const copy = useFirstCopy()
  return (
    <LinkButton look="quiet" icon="person" href={toHref(paths.me)}>
      {copy().me.title}
    </LinkButton>
  )
}

const FromFile = () => {
  const copy = useFirstCopy()
  return (
    <LinkButton look="quiet" icon="file" href={toHref(paths.import)}>
      {copy().takeOut.import.title}
    </LinkButton>
  )
}

const Plans = (props: { plans: readonly PlanSummary[]; many?: boolean }) => (
  <ul class="hm-plans" classList={{ 'hm-many': props.many ?? false }}>
    <ForId each={props.plans} by={(plan) => plan.id}>
      {(plan) => (
        // Whatever one plan holds, the others and the way into it are there.
        <ErrorBoundary fallback={<PlainPlan plan={plan()} />}>
          <PlanCard plan={plan()} many={props.many ?? false} />
        </ErrorBoundary>
      )}
    </ForId>
  </ul>
)

/** A plan whose card cannot be shown: its name, and the way into it. */
const PlainPlan = (props: { plan: PlanSummary }) => {
  const copy = useFirstCopy()
  return (
    <li class="hm-plan">
      <h2>
        <a class="hm-link" href={toHref(paths.plan(props.plan.id))} dir="auto" translate="no">
          {toTitle(copy(), String(props.plan.title))}
        </a>
      </h2>
    </li>
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

const ManyPlans = () => {
  const copy = useFirstCopy()
  const device = useDevice()
  const plans = usePlans()
  const today = useToday()
  const [search, setSearch] = createSignal('')
  const [view, setView] = createSignal(parseHomeView(device.homeView()))
  const keepView = (chosen: HomeView): void => {
    setView(chosen)
    device.keepHomeView(formatHomeView(chosen))
  }
  const showAll = (): void => {
    setSearch('')
    keepView({ ...view(), show: FIRST_VIEW.show })
  }
  const found = createMemo(() => findPlans(plans(), search(), view(), copy().locale, today()))
  return (
    <>
      <div class="hm-top">
        <Ahead />
        <Ways />
      </div>
      <FindBar search={search()} view={view()} onSearch={setSearch} onView={keepView} />
      <p class="soft" role="status">
        {found().length > 0
          ? copy().worker.find.found(found().length)
          : search().trim() === ''
            ? copy().worker.find.none
            : copy().worker.find.noneCalled}
      </p>
      <Show when={found().length > 0}>
        <div>
          {/* What each row says of itself, to who hears it. */}
          <div class="hm-heads soft" aria-hidden="true">
            <span>{copy().plan.overview}</span>
            <span>{copy().today.talk}</span>
            <span>{copy().today.step}</span>
            <span>{copy().worker.news.heading}</span>
          </div>
          <Plans plans={found()} many />
        </div>
      </Show>
      <FoundWords search={search()} view={view()} />
      <Show when={found().length === 0}>
        <Button onClick={showAll}>{copy().worker.find.clear}</Button>
      </Show>
      <PracticeCard />
      <FromFile />
      <Me />
      <StorageState />
    </>
  )
}
