/** "My wheel": begin one, fill it in in one of three ways, look back, overlay two, and see what to talk about. */
import { createMemo, createSignal, Show, type ParentProps, untrack } from 'solid-js'
import { useSearchParams } from '@solidjs/router'
import { toSpokes } from '#wording/wheel-spokes.ts'
import { toPartNames, toWheelLead, toWhosePerson } from '#wording/whose-plan.ts'
import {
  type CheckIn,
  checkInsOf,
  emptyCheckIn,
  finishCheckIn,
  isBegun,
  startCheckIn,
} from '#domain/wheel/check-ins.ts'
import { withoutCorrected } from '#domain/wheel/sittings.ts'
import { inTime } from '#domain/document/moments.ts'
import { sameList } from '#domain/document/memoize.ts'
import { type EntityId, parseEntityId } from '#domain/document/entity-id.ts'
import { whoNow } from '#domain/plan/hands.ts'
import { memberOf, toDrawnName } from '#domain/plan/names.ts'
import { isSameWho, type Who } from '#domain/plan/who.ts'
import { DEFAULT_PACK } from '#packs/packs.ts'
import { useBeginning } from '#reactive/use-beginning.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { useTimes } from '#reactive/use-times.ts'
import { usePartNames } from '#reactive/use-sections.ts'
import { useWhosePlan } from '#reactive/use-whose-plan.ts'
import { Screen } from '#ui/screen.tsx'
import { WayOn } from '#ui/way-on.tsx'
import { WheelPicture } from '#ui/wheel/wheel.tsx'
import { AsideWheels } from './aside-wheels.tsx'
import { showFromTheTop } from './from-the-top.ts'
import { MomentList } from './moments.tsx'
import { ShownWheel } from './shown-wheel.tsx'
import { StartWheel } from './start-wheel.tsx'
import { parseFillMethod } from './fill-methods.tsx'
import './wheel-screen.css'

/** In the address: the empty wheel that stands ready. It is the id of none. */
const NEW = 'new'

export const WheelScreen = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const [search, setSearch] = useSearchParams<{ at: string; way: string }>()
  const times = useTimes()
  const all = usePlanState((state) => inTime(checkInsOf(state), times()), sameList)
  const inView = () => all().filter(({ aside }) => aside === null)
  const mayWrite = () => plan.role() !== 'reader'
  const partNames = usePartNames()
  const whosePlan = useWhosePlan()
  const me: Who = { person: plan.me }
  /** Whose wheel this screen is about, and whose first one stands ready: the person's of the plan, and while it is nobody's, whoever looks. */
  const subject = createMemo((): Who => ({ person: plan.planPerson() ?? plan.me }), undefined, { equals: isSameWho })
  const isOf = (who: Who, whom: Who): boolean => isSameWho(whoNow(who, plan), whom)
  const openOf = (who: Who) => inView().find((moment) => !moment.finished && isOf(moment.who, who))
  /** Another's wheel is shown only to whoever chooses it. */
  const latest = () => (plan.planPerson() === null ? inView()[0] : inView().find(({ who }) => isOf(who, subject())))

  const has = (whom: Who) => inView().some(({ who }) => isOf(who, whom))
  const empty = createMemo(() => emptyCheckIn(subject(), untrack(platform.now), DEFAULT_PACK))
  const isReady = () => mayWrite() && !has(subject())
  // The shown wheel stays, whatever others begin or set aside meanwhile.
  const shown = createMemo<CheckIn | undefined>((before) => {
    if (search.at === NEW && isReady()) return empty()
    const wanted = parseEntityId(search.at)
    const found = wanted === null ? undefined : all().find(({ id }) => id === wanted)
    const known = found ?? inView().find(({ id }) => id === before?.id) ?? openOf(subject())
    return known ?? (isReady() ? empty() : latest())
  })
  const counted = createMemo(() => new Set(withoutCorrected(all())))
  const moments = () => [
    ...(isReady() ? [empty()] : []),
    ...all().filter((one) => one.id === shown()?.id || (one.aside === null && counted().has(one))),
  ]
  const show = (id: EntityId): void => setSearch({ at: id === empty().id ? NEW : id }, { replace: true, scroll: false })
  const begin = (who: Who): EntityId =>
    startCheckIn(plan.doc, { who, at: platform.now(), pack: DEFAULT_PACK }, platform)
  const start = (who: Who, corrects?: EntityId): void => {
    const fresh = { who, at: platform.now(), pack: DEFAULT_PACK, ...(corrects === undefined ? {} : { corrects }) }
    show(corrects === undefined ? (openOf(who)?.id ?? begin(who)) : startCheckIn(plan.doc, fresh, platform))
    showFromTheTop()
  }
  const mine = () => {
    const open = openOf(subject())
    if (open !== undefined) return open.id === shown()?.id ? 'shown' : 'open'
    return has(subject()) ? 'again' : 'none'
  }
  const { wayFrom, wayTo } = useBeginning()
  const [last, setLast] = createSignal<EntityId | null>(null)
  const justFinished = () => last() !== null && last() === shown()?.id
  const [gone, setGone] = createSignal<EntityId | null>(null)
  /** After finishing, the way on is what to change; on a later visit it is another wheel. */
  const wayOn = () =>
    filling() && shown() !== empty() ? null : (wayFrom('wheel') ?? (justFinished() ? wayTo('goal') : null))
  const leads = () => wayOn() !== null && (justFinished() || mine() === 'again')
  const filling = () => mayWrite() && shown()?.finished === false
  /** To the reader: "my wheel" on one's own, whoever the plan is of. */
  const whoseShown = () => {
    const who = whoNow(shown()?.who ?? subject(), plan)
    return toWhosePerson(who, isSameWho(who, me), (one) =>
      'person' in one ? (memberOf(plan.members(), one.person)?.name ?? '') : toDrawnName(one.name),
    )
  }
  const title = () => {
    const who = shown()?.who
    if (who === undefined || plan.planPerson() === null || isOf(who, subject())) return partNames().wheel
    return toPartNames(copy(), whoseShown()).wheel
  }
  const lead = () => {
    const { nobody, finished } = copy().wheel.lead
    if (shown() === undefined) return mayWrite() ? toWheelLead(copy(), whosePlan(), 'none') : nobody
    if (!filling()) return finished
    return toWheelLead(copy(), whoseShown(), parseFillMethod(search.way) === 'drawing' ? 'drawing' : 'open')
  }
  const others = () => (
    <Show when={mayWrite()}>
      <StartWheel subject={subject()} state={filling() ? 'shown' : mine()} main={!leads()} onStart={start} />
    </Show>
  )
  return (
    <Screen title={title()} lead={lead()}>
      <Show
        when={shown()}
        fallback={
          <NoWheel>
            {others()}
            <WayOn way={wayOn()} main={false} />
            <Show when={moments().length > 0}>
              <MomentList moments={moments()} onShow={show} />
            </Show>
          </NoWheel>
        }
      >
        {(present) => (
          <ShownWheel
            checkIn={present()}
            moments={moments()}
            way={parseFillMethod(search.way)}
            onWay={(way) => {
              const at = isBegun(present()) ? { at: present().id } : {}
              setSearch({ way, ...at }, { replace: true, scroll: false })
            }}
            onBegin={() => {
              const id = begin(present().who)
              show(id) // it stays in view, also when somebody sets it aside
              return id
            }}
            onShow={show}
            onFinish={() => {
              setLast(present().id)
              finishCheckIn(plan.doc, present().id, platform)
              showFromTheTop() // where the result and the way on are
            }}
            wayOn={<WayOn way={shown() === empty() ? null : wayOn()} main={leads()} />}
            onCorrect={() => start(present().who, present().id)}
            onAside={(id) => {
              setGone(id)
              setSearch({ at: undefined }, { replace: true, scroll: false })
            }}
          >
            {others()}
            <WayOn way={shown() === empty() ? wayOn() : null} main={false} />
          </ShownWheel>
        )}
      </Show>
      <AsideWheels all={all()} last={gone()} onShow={show} />
    </Screen>
  )
}

/** The button to begin, visible on a small phone too, and a picture of the result. */
const NoWheel = (props: ParentProps) => {
  const copy = usePlanCopy()
  const partNames = usePartNames()
  return (
    <>
      {props.children}
      <div class="wl-sheet">
        <WheelPicture
          label={partNames().wheel}
          spokes={toSpokes(copy(), null)}
          legend={{ now: '', talkAbout: copy().wheel.talkAbout, scale: copy().wheel.scale }}
        />
      </div>
    </>
  )
}
