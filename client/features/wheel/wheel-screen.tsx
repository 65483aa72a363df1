/** "My wheel": begin one, fill it in in one of three ways, look back, overlay two, and see what to talk about. */
import { createMemo, createSignal, Show, type ParentProps, untrack } from 'solid-js'
import { useSearchParams } from '@solidjs/router'
import { toSpokes } from '#wording/wheel-spokes.ts'
import {
  type CheckIn,
  checkInsOf,
  emptyCheckIn,
  finishCheckIn,
  isBegun,
  startCheckIn,
} from '#domain/wheel/check-ins.ts'
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
import { Screen } from '#ui/screen.tsx'
import { WayOn } from '#ui/way-on.tsx'
import { WheelPicture } from '#ui/wheel/wheel.tsx'
import { AsideWheels } from './aside-wheels.tsx'
import { ShownWheel } from './shown-wheel.tsx'
import { StartWheel } from './start-wheel.tsx'
import { parseFillMethod } from './fill-methods.tsx'
import './wheel-screen.css'

/** In the address: the empty wheel that stands ready. It is the id of none. */
const NEW = 'new'

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

  const has = (who: Who) => inView().some((moment) => isSameWho(whoNow(moment.who, plan), who))
  /** Whose first wheel stands ready: mine where the plan is mine, and else its only owner's. */
  const subject = createMemo(
    (): Who => {
      const owners = plan.members().filter(({ role }) => role === 'owner')
      const [owner, ...more] = owners
      return owner === undefined || more.length > 0 || owner.me ? me : { person: owner.person }
    },
    undefined,
    { equals: isSameWho },
  )
  const empty = createMemo(() => emptyCheckIn(subject(), untrack(platform.now), DEFAULT_PACK))
  const isReady = () => mayWrite() && (isSameWho(subject(), me) ? !has(me) : inView().length === 0)
  // The shown wheel stays, whatever others begin or set aside meanwhile.
  const shown = createMemo<CheckIn | undefined>((before) => {
    if (search.at === NEW && isReady()) return empty()
    const wanted = parseEntityId(search.at)
    const found = wanted === null ? undefined : all().find(({ id }) => id === wanted)
    const known = found ?? inView().find(({ id }) => id === before?.id) ?? openOf(me)
    return known ?? (isReady() ? empty() : inView()[0])
  })
  const moments = () => [
    ...(isReady() ? [empty()] : []),
    ...all().filter(({ id, aside }) => aside === null || id === shown()?.id),
  ]
  const show = (id: EntityId): void => setSearch({ at: id === empty().id ? NEW : id }, { replace: true, scroll: false })
  const begin = (who: Who): EntityId =>
    startCheckIn(plan.doc, { who, at: platform.now(), pack: DEFAULT_PACK }, platform)
  const start = (who: Who, corrects?: EntityId): void => {
    const fresh = { who, at: platform.now(), pack: DEFAULT_PACK, ...(corrects === undefined ? {} : { corrects }) }
    if (corrects !== undefined) return show(startCheckIn(plan.doc, fresh, platform))
    show(openOf(who)?.id ?? begin(who))
  }
  const mine = () => {
    const open = openOf(me)
    if (open !== undefined) return open.id === shown()?.id ? 'shown' : 'open'
    return has(me) ? 'again' : 'none'
  }
  const { wayFrom, wayTo } = useBeginning()
  const [last, setLast] = createSignal<EntityId | null>(null)
  const justFinished = () => last() !== null && last() === shown()?.id
  /** After finishing, the way on is what to change; on a later visit it is another wheel. */
  const wayOn = () =>
    filling() && shown() !== empty() ? null : (wayFrom('wheel') ?? (justFinished() ? wayTo('goal') : null))
  const leads = () => wayOn() !== null && (justFinished() || mine() === 'again')
  const filling = () => mayWrite() && shown()?.finished === false
  const lead = () => {
    const { none, nobody, open, drawing, finished } = copy().wheel.lead
    if (shown() === undefined) return mayWrite() ? none : nobody
    if (!filling()) return finished
    return parseFillMethod(search.way) === 'drawing' ? drawing : open
  }
  const others = () => (
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
            {others()}
            <WayOn way={wayOn()} main={false} />
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
              showResult()
            }}
            wayOn={<WayOn way={shown() === empty() ? null : wayOn()} main={leads()} />}
            onCorrect={() => start(present().who, present().id)}
            onAside={() => setSearch({ at: undefined }, { replace: true, scroll: false })}
          >
            {others()}
            <WayOn way={shown() === empty() ? wayOn() : null} main={false} />
          </ShownWheel>
        )}
      </Show>
      <AsideWheels all={all()} onShow={show} />
    </Screen>
  )
}

/** The result and the way on stand at the top; whoever answered the last question is far below it. */
const showResult = (): void => {
  document.documentElement.scrollTop = 0
  document.querySelector<HTMLElement>('.wl-moment')?.focus({ preventScroll: true })
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
          legend={{ now: '', talkAbout: copy().wheel.talkAbout, scale: copy().wheel.scale }}
        />
      </div>
    </>
  )
}
