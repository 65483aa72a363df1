/** The wheel on its screen: being filled in in one of three ways, or as it was, with what belongs to it. */
import { createSignal, type JSX, Match, Show, Switch, type ParentProps } from 'solid-js'
import { type CheckIn, isBegun } from '#domain/wheel/check-ins.ts'
import { type EntityId, parseEntityId } from '#domain/document/entity-id.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useWhoSet } from '#reactive/use-who-set.ts'
import { Button } from '#ui/button.tsx'
import { HeldNotice } from '#ui/held-row.tsx'
import { AsideNotice, PutAside } from './aside-wheels.tsx'
import { ChooseScores } from './choose-scores.tsx'
import { type FillMethod, FillMethods } from './fill-methods.tsx'
import { Finish } from './finish.tsx'
import { MomentHead, MomentList, UnderChoice, useMomentName } from './moments.tsx'
import { createWheel, WheelContext } from './use-wheel.ts'
import { WheelDrawing } from './wheel-drawing.tsx'
import { WheelQuestions } from './wheel-questions.tsx'
import { WheelTable } from './wheel-table.tsx'
import { NotesCard, TalkCard } from './words-card.tsx'

type ShownProps = {
  checkIn: CheckIn
  moments: readonly CheckIn[]
  way: FillMethod
  wayOn: JSX.Element
  onWay: (way: FillMethod) => void
  /** The first act on an empty wheel. */
  onBegin: () => EntityId
  onShow: (id: EntityId) => void
  onFinish: () => void
  onCorrect: () => void
  onAside: (id: EntityId) => void
}

export const ShownWheel = (props: ParentProps<ShownProps>) => {
  const copy = usePlanCopy()
  let place!: HTMLDivElement
  const wheel = createWheel(
    () => props.checkIn,
    () => props.onBegin(),
    () => place,
  )
  const finish = (): void => wheel.finish(() => props.onFinish())
  const [under, setUnder] = createSignal<EntityId | null>(null)
  const underId = () => (under() === props.checkIn.id ? null : under())
  const nameOf = useMomentName(() => props.moments)
  const moment = () => nameOf(props.checkIn)
  const finisher = useWhoSet(() => `checkIn:${props.checkIn.id}`, 'finished')
  const belowNamed = () => {
    const found = props.moments.find(({ id }) => id === underId())
    return found === undefined ? null : { checkIn: found, name: nameOf(found) }
  }
  const way = () => (wheel.filling() && isBegun(props.checkIn) ? props.way : 'drawing')
  const choose = (chosen: FillMethod): void => {
    if (chosen !== 'drawing') wheel.begun() // its fields are of the document
    props.onWay(chosen)
  }
  return (
    <WheelContext.Provider value={wheel}>
      {/* One element: what comes and goes in it moves nothing, and a focus stays. */}
      <div class="wl-place" ref={place}>
        <MomentHead moments={props.moments} shown={props.checkIn} onShow={props.onShow} />
        <AsideNotice wheel={props.checkIn} all={props.moments} />
        {props.wayOn}
        <Show when={wheel.filling()}>
          <FillMethods way={way()} onChoose={choose} />
        </Show>
        <ChooseScores />
        <HeldNotice
          text={wheel.isHeld() ? copy().wheel.ended(finisher()) : null}
          back={copy().wheel.along}
          onBack={finish}
        />
        <Switch>
          <Match when={way() === 'questions'}>
            <WheelQuestions onFinish={finish} />
          </Match>
          <Match when={way() === 'table'}>
            <WheelTable />
          </Match>
          <Match when={way() === 'drawing'}>
            <WheelDrawing name={moment()} moment={moment()} under={belowNamed()} />
            <Show when={props.moments.length > 1}>
              <UnderChoice
                moments={props.moments}
                shown={props.checkIn}
                under={underId()}
                onChoose={(id) => setUnder(parseEntityId(id))}
              />
            </Show>
          </Match>
        </Switch>
        <Show when={wheel.filling() && isBegun(props.checkIn) && way() !== 'questions'}>
          <Finish main onFinish={finish} />
        </Show>
        <Show when={way() === 'drawing'}>
          <TalkCard />
          <NotesCard />
        </Show>
        <Show when={wheel.mayWrite() && props.checkIn.finished}>
          <Button wide onClick={() => props.onCorrect()}>
            {copy().wheel.correct}
          </Button>
        </Show>
        {props.children}
        <Show when={props.moments.length > 1}>
          <MomentList moments={props.moments} shown={props.checkIn} onShow={props.onShow} />
        </Show>
        <Show when={isBegun(props.checkIn)}>
          <PutAside wheel={props.checkIn} all={props.moments} onDone={props.onAside} />
        </Show>
      </div>
    </WheelContext.Provider>
  )
}
