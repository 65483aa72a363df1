/** The frame of all screens of one plan: opens it, closes it, and says so when it cannot be opened. */
import {
  type Component,
  ErrorBoundary,
  Match,
  Show,
  Suspense,
  Switch,
  onCleanup,
  type ParentProps,
  untrack,
} from 'solid-js'
import { useLocation, useParams } from '@solidjs/router'
import { lazyPart } from '#reactive/lazy-part.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useDraftsOf } from '#reactive/use-drafts.ts'
import { useDevice } from '#reactive/use-device.ts'
import { screenOf } from '#reactive/paths.ts'
import { OpenPlanContext, useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanTitle } from '#reactive/use-plan-title.ts'
import { useSectionName, useSections } from '#reactive/use-sections.ts'
import { createPlanUndo, UndoContext } from '#reactive/use-undo.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { useTopBar } from '#reactive/use-top-bar.ts'
import type { OpenPlan, OpenPlanHandle, OpenState } from '#ports/open-plan.ts'
import { DraftsContext } from '#ui/draft.ts'
import { tellMove } from '#ui/tell-move.ts'
import { parseWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { Opening, type SeenProps } from './opening.tsx'
import { PlanUnavailable } from './plan-unavailable.tsx'
import { Paper } from './paper/paper.tsx'
import { PlanNavigation } from './plan-navigation.tsx'
import { PlanNotices } from './plan-notices.tsx'
import { SharingLine } from './sharing-line.tsx'
import { UndoBar } from './undo-bar.tsx'
import { useMarkedPlace } from './use-marked-place.ts'
import { useWide } from './use-wide.ts'
import { WhoSees } from './who-sees.tsx'
import './plan.css'

/** Only on wide screens, and with the wheel's drawing. */
const PlanSidebar = lazyPart(() => import('./plan-sidebar.tsx').then((module) => module.PlanSidebar))
/** Parts that people write while looking at the wheel. */
const BESIDE = /^\/plan\/[^/]+\/(story|goals|conversations|contact)/

/** `seen`: draws the overview as it was last seen. `keep`: keeps it, inside the open plan. */
type Parts = {
  readonly seen: Component<SeenProps>
  readonly keep: Component
}

export const PlanScreen = (props: ParentProps<Parts>) => {
  const params = useParams<{ id: string }>()
  const id = () => parseWorkspaceId(params.id)
  return (
    <Show
      when={id()}
      keyed
      fallback={
        <PlanUnavailable state={{ name: 'failed', reason: 'not-on-device' }} onUseHere={() => {}} onAgain={() => {}} />
      }
    >
      {(known) => (
        <OpenPlanAt id={known} seen={props.seen} keep={props.keep}>
          {props.children}
        </OpenPlanAt>
      )}
    </Show>
  )
}

const OpenPlanAt = (props: ParentProps<Parts & { id: WorkspaceId }>) => {
  const handle: OpenPlanHandle = useDevice().openPlan(props.id)
  onCleanup(() => void handle.close())
  const openPlan = (): OpenPlan | undefined => {
    const state = handle.state()
    return state.name === 'open' ? state.plan : undefined
  }
  const closed = (): Exclude<OpenState, { name: 'open' | 'opening' }> | undefined => {
    const state = handle.state()
    return state.name === 'elsewhere' || state.name === 'failed' ? state : undefined
  }
  return (
    <Switch fallback={<Opening id={props.id} seen={props.seen} isOpen={() => openPlan() !== undefined} />}>
      <Match when={closed()}>
        {(state) => (
          <PlanUnavailable state={state()} onUseHere={() => handle.useHere()} onAgain={() => handle.again()} />
        )}
      </Match>
      <Match when={openPlan()} keyed>
        {(plan) => (
          <OpenPlanContext.Provider value={plan}>
            <DraftsContext.Provider value={useDraftsOf(plan.id)}>
              <Sheets>{props.children}</Sheets>
              <props.keep />
            </DraftsContext.Provider>
          </OpenPlanContext.Provider>
        )}
      </Match>
    </Switch>
  )
}

const Sheets = (props: ParentProps) => {
  const plan = useOpenPlan()
  const title = usePlanTitle()
  const wide = useWide()
  useMarkedPlace()
  useAimedTaps(plan)
  const location = useLocation()
  const sections = useSections()
  const nameOf = useSectionName()
  const platform = usePlatform()
  const undo = createPlanUndo(plan, {
    now: () => untrack(platform.now),
    screen: () => untrack(() => screenOf(plan.id, location.pathname)),
  })
  /** The name of the wheel, where there is one beside the text. */
  const beside = () => {
    const wheel = sections().find(({ id, hidden }) => id === 'wheel' && !hidden)
    return wide() && BESIDE.test(location.pathname) && wheel !== undefined ? nameOf(wheel) : null
  }
  useTopBar({ name: title, status: () => <SharingLine plan={plan} /> })
  return (
    <UndoContext.Provider value={undo}>
      <div class="ps no-print" classList={{ 'ps-beside': beside() !== null }}>
        <div class="ps-start">
          <PlanNavigation />
          <Show when={wide()}>
            <Who />
          </Show>
        </div>
        <div class="ps-middle">
          <PlanNotices />
          {props.children}
          <UndoBar />
        </div>
        <Show when={beside()}>
          {(name) => (
            <aside class="ps-end" aria-label={name()}>
              {/* Beside what people write in: where it cannot be had, they write on. */}
              <ErrorBoundary fallback={null}>
                <Suspense>
                  <PlanSidebar title={name()} />
                </Suspense>
              </ErrorBoundary>
            </aside>
          )}
        </Show>
        <Show when={!wide()}>
          <Who />
        </Show>
      </div>
      <Paper />
    </UndoContext.Provider>
  )
}

/** What others change moves what is on the screen. */
const useAimedTaps = ({ doc }: OpenPlan): void => {
  const onChange = ({ local }: { readonly local: boolean }): void => {
    if (!local) tellMove('others')
  }
  doc.on('beforeTransaction', onChange)
  onCleanup(() => doc.off('beforeTransaction', onChange))
}

const Who = () => (
  <aside class="ps-who" aria-label={usePlanCopy()().whoSees.title}>
    <WhoSees />
  </aside>
)
