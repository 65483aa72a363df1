/** "My wheel": begin one, fill it in in one of three ways, look back, overlay two, and see what to talk about. */
import { createMemo, createSignal, type JSX, Match, Show, Switch, type ParentProps } from 'solid-js'
import { useSearchParams } from '@solidjs/router'
import { toSpokes } from '#wording/wheel-spokes.ts'
import { type CheckIn, checkInsOf, finishCheckIn, startCheckIn } from '#domain/wheel/check-ins.ts'
import { inTime } from '#domain/document/moments.ts'
import { sameList } from '#domain/document/memoize.ts'
import { type EntityId, parseEntityId } from '#domain/document/entity-id.ts'
import { whoNow } from '#domain/plan/hands.ts'
import { isSameWho, type Who } from '#domain/plan/who.ts'
import { DEFAULT_PACK } from '#packs/packs.ts'
import { useBeginning } from '#reactive/use-beginning.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { useTimes } from '#reactive/use-times.ts'
import { Button } from '#ui/button.tsx'
import { Screen } from '#ui/screen.tsx'
import { WayOn } from '#ui/way-on.tsx'
import { WheelPicture } from '#ui/wheel/wheel.tsx'
import { AsideNotice, AsideWheels, PutAside } from './aside-wheels.tsx'
import { ChooseScores } from './choose-scores.tsx'
import { Finish } from './finish.tsx'
import { MomentHead, MomentList, UnderChoice, useMomentName } from './moments.tsx'
import { StartWheel } from './start-wheel.tsx'
import { createWheel, useWheel, WheelContext } from './use-wheel.ts'
import { type FillMethod, FillMethods, parseFillMethod } from './fill-methods.tsx'
import { WheelDrawing } from './wheel-drawing.tsx'
import { WheelQuestions } from './wheel-questions.tsx'
import { WheelTable } from './wheel-table.tsx'
import { NotesCard, TalkCard } from './words-card.tsx'
import './wheel-screen.css'

export const WheelScreen = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const [search, setSearch] = useSearchParams<{ at: string; way: string }>()
  const times = useTimes()
  const all = usePlanState((state) => inTime(checkInsOf(state), times()), sameList)
  const inView = () => all().filter(({ aside }) => aside === null)
  const mayWrite = () => plan.role() !== 'reader'
  const me: Who = { person: plan.me }
  const openOf = (who: Who) => inView().find((moment) => !moment.finished && isSameWho(whoNow(moment.who, plan), who))

  // The shown wheel stays, whatever others begin or set aside meanwhile.
  const shown = createMemo<CheckIn | undefined>((before) => {
    const wanted = parseEntityId(search.at)
    const found = wanted === null ? undefined : all().find(({ id }) => id === wanted)
    return found ?? inView().find(({ id }) => id === before?.id) ?? openOf(me) ?? inView()[0]
  })
  const moments = () => all().filter(({ id, aside }) => aside === null || id === shown()?.id)
  const show = (id: EntityId): void => setSearch({ at: id }, { replace: true, scroll: false })
  const start = (who: Who, corrects?: EntityId): void => {
    const open = corrects === undefined ? openOf(who) : undefined
    const fresh = { who, at: platform.now(), pack: DEFAULT_PACK, ...(corrects === undefined ? {} : { corrects }) }
    show(open?.id ?? startCheckIn(plan.doc, fresh, platform))
  }
  const mine = () => {
    const open = openOf(me)
    if (open !== undefined) return open.id === shown()?.id ? 'shown' : 'open'
    return inView().some(({ who }) => isSameWho(whoNow(who, plan), me)) ? 'again' : 'none'
  }
  const { wayFrom, wayTo } = useBeginning()
  const [last, setLast] = createSignal<EntityId | null>(null)
  const justFinished = () => last() !== null && last() === shown()?.id
  /** After finishing, the way on is what to change; on a later visit it is another wheel. */
  const wayOn = () => (filling() ? null : (wayFrom('wheel') ?? (justFinished() ? wayTo('goal') : null)))
  const leads = () => wayOn() !== null && (justFinished() || mine() === 'again')
  const filling = () => mayWrite() && shown()?.finished === false
  const lead = () => {
    const { none, nobody, open, drawing, finished } = copy().wheel.lead
    if (shown() === undefined) return mayWrite() ? none : nobody
    if (!filling()) return finished
    return parseFillMethod(search.way) === 'drawing' ? drawing : open
  }
  const begin = () => (
    <Show when={mayWrite()}>
      <StartWheel mine={filling() ? 'shown' : mine()} main={!leads()} onStart={start} />
    </Show>
  )
  return (
    <Screen title={copy().plan.wheel} lead={lead()}>
      <Show
        when={shown()}
        fallback={
          <NoWheel>
            {begin()}
            <WayOn way={wayOn()} main={false} />
          </NoWheel>
        }
      >
        {(present) => (
          <Shown
            checkIn={present()}
            moments={moments()}
            way={parseFillMethod(search.way)}
            onWay={(way) => setSearch({ way }, { replace: true, scroll: false })}
            onShow={show}
            onFinish={() => {
              setLast(present().id)
              finishCheckIn(plan.doc, present().id, platform)
            }}
            wayOn={<WayOn way={wayOn()} main={leads()} />}
            onCorrect={() => start(present().who, present().id)}
            onAside={() => setSearch({ at: undefined }, { replace: true, scroll: false })}
          >
            {begin()}
          </Shown>
        )}
      </Show>
      <AsideWheels all={all()} onShow={show} />
    </Screen>
  )
}

/** The button to begin, visible on a small phone too, and a picture of the result. */
const NoWheel = (props: ParentProps) => {
  const copy = useCopy()
  return (
    <>
      {props.children}
      <div class="wl-sheet">
        <WheelPicture
          label={copy().plan.wheel}
          spokes={toSpokes(copy(), null)}
          legend={{ now: '', talkAbout: copy().wheel.talkAbout }}
        />
      </div>
    </>
  )
}

type ShownProps = {
  checkIn: CheckIn
  moments: readonly CheckIn[]
  way: FillMethod
  wayOn: JSX.Element
  onWay: (way: FillMethod) => void
  onShow: (id: EntityId) => void
  onFinish: () => void
  onCorrect: () => void
  onAside: () => void
}

const Shown = (props: ParentProps<ShownProps>) => {
  const copy = useCopy()
  const wheel = createWheel(() => props.checkIn)
  const [under, setUnder] = createSignal<EntityId | null>(null)
  const underId = () => (under() === props.checkIn.id ? null : under())
  const nameOf = useMomentName(() => props.moments)
  const moment = () => nameOf(props.checkIn)
  const belowNamed = () => {
    const found = props.moments.find(({ id }) => id === underId())
    return found === undefined ? null : { checkIn: found, name: nameOf(found) }
  }
  const way = () => (wheel.filling() ? props.way : 'drawing')
  return (
    <WheelContext.Provider value={wheel}>
      <MomentHead moments={props.moments} shown={props.checkIn} onShow={props.onShow} />
      <AsideNotice wheel={props.checkIn} all={props.moments} />
      {props.wayOn}
      <Show when={wheel.filling()}>
        <FillMethods way={way()} onChoose={props.onWay} />
      </Show>
      <ChooseScores />
      <Switch>
        <Match when={way() === 'questions'}>
          <WheelQuestions onFinish={props.onFinish} />
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
      <Show when={wheel.filling() && way() !== 'questions'}>
        <Finish main onFinish={props.onFinish} />
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
      <PutAside wheel={props.checkIn} all={props.moments} onDone={props.onAside} />
      <Source />
    </WheelContext.Provider>
  )
}

/** The pack's maker. */
const Source = () => {
  const copy = useCopy()
  const { pack } = useWheel()
  const words = () => {
    const known = pack()
    return known ? copy().wheel.asked(known.source, known.licence) : copy().wheel.askedElsewhere
  }
  return (
    <Show when={pack() !== undefined}>
      <p class="soft">{words()}</p>
    </Show>
  )
}
