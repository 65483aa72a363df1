/** Everything inside one plan stands in here: opens it, closes it, and says so when it cannot. */
import { Match, Show, Switch, onCleanup, type ParentProps } from 'solid-js'
import { useParams } from '@solidjs/router'
import { toTitle } from '#copy/names.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { OpenPlanContext, useOpenPlan, useTitles } from '#reactive/use-open-plan.ts'
import { useTopBar } from '#reactive/use-top-bar.ts'
import type { OpenPlan, OpenPlanHandle, OpenState } from '#reactive/workspace.ts'
import { Screen } from '#ui/screen.tsx'
import { parseWorkspaceId, type WorkspaceId } from '#shared/protocol/ids.ts'
import { NotOpen } from './not-open.tsx'
import { Paper } from './paper.tsx'
import { PlanNavigation } from './plan-navigation.tsx'
import { PlanNotices } from './plan-notices.tsx'
import { SharingLine } from './sharing-line.tsx'
import { UndoBar } from './undo-bar.tsx'
import { WhoSees } from './who-sees.tsx'
import './plan.css'

export const PlanScreen = (props: ParentProps) => {
  const params = useParams<{ id: string }>()
  const id = () => parseWorkspaceId(params.id)
  return (
    <Show
      when={id()}
      keyed
      fallback={<NotOpen state={{ name: 'failed', reason: 'not-on-device' }} onUseHere={() => {}} />}
    >
      {(known) => <OpenPlanAt id={known}>{props.children}</OpenPlanAt>}
    </Show>
  )
}

const OpenPlanAt = (props: ParentProps<{ id: WorkspaceId }>) => {
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
    <Switch fallback={<Opening />}>
      <Match when={closed()}>{(state) => <NotOpen state={state()} onUseHere={() => handle.useHere()} />}</Match>
      <Match when={openPlan()} keyed>
        {(plan) => (
          <OpenPlanContext.Provider value={plan}>
            <Sheets>{props.children}</Sheets>
          </OpenPlanContext.Provider>
        )}
      </Match>
    </Switch>
  )
}

const Opening = () => {
  const copy = useCopy()
  return (
    <div class="ps-alone">
      <Screen title={copy().opening.title}>
        <p role="status">{copy().general.wait}</p>
      </Screen>
    </div>
  )
}

const Sheets = (props: ParentProps) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const titles = useTitles()
  useTopBar({ name: () => toTitle(copy(), titles()[0]), status: () => <SharingLine plan={plan} /> })
  return (
    <>
      <div class="ps no-print">
        <PlanNavigation />
        <div class="ps-middle">
          <PlanNotices />
          {props.children}
          <UndoBar />
        </div>
        <aside class="ps-end" aria-label={copy().whoSees.title}>
          <WhoSees />
        </aside>
      </div>
      <Paper />
    </>
  )
}
