/**
 * The navigation of a plan: all links at the side on a wide screen; on a phone four in a bottom bar, and the rest behind
 * "more".
 */
import { createEffect, createSignal, onCleanup, Show } from 'solid-js'
import { useLocation } from '@solidjs/router'
import type { Section } from '#domain/plan/sections.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useSectionName, useSections } from '#reactive/use-sections.ts'
import { ForId } from '#ui/for-id.tsx'
import { Icon, type IconName } from '#ui/icon.tsx'
import './plan-navigation.css'

type Way = {
  readonly id: Section['id'] | 'plan' | 'changes' | 'invite' | 'manage'
  readonly name: string
  readonly short: string
  /** It has a name of this plan's own. */
  readonly own?: boolean
}

const ICONS: Record<Way['id'], IconName> = {
  plan: 'plan',
  story: 'story',
  wheel: 'wheel',
  goals: 'goals',
  conversations: 'talk',
  contact: 'contact',
  people: 'people',
  changes: 'clock',
  invite: 'invite',
  manage: 'info',
}

/** With "more" these are five words, which 320 px can hold. */
const UNDER_THE_THUMB = 4

export const PlanNavigation = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const location = useLocation()
  const sections = useSections()
  const nameOf = useSectionName()
  const [open, setOpen] = createSignal(false)
  let more!: HTMLButtonElement

  createEffect(() => {
    if (!open()) return
    const leave = (event: Event): void => {
      if (!(event.target instanceof Element && event.target.closest('.pn-list'))) setOpen(false)
    }
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      setOpen(false)
      more.focus()
    }
    document.addEventListener('click', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', escape)
    onCleanup(() => {
      document.removeEventListener('click', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', escape)
    })
  })

  const toWay = (section: Section): Way => ({
    id: section.id,
    name: nameOf(section),
    short: section.title || copy().overview.short[section.id],
    own: section.title !== '',
  })
  const plain = (id: 'changes' | 'invite' | 'manage'): Way => ({ id, name: copy().plan[id], short: copy().plan[id] })
  const ways = (): readonly Way[] => [
    { id: 'plan', name: copy().plan.overview, short: copy().plan.overview },
    ...sections()
      .filter((section) => !section.hidden)
      .map(toWay),
    plain('changes'),
    plain('invite'),
    plain('manage'),
  ]
  const rest = () => ways().slice(UNDER_THE_THUMB)
  const addressOf = (way: Way): string => paths[way.id](plan.id)
  /** A goal's screen belongs to the goals. */
  const current = (way: Way): 'page' | 'true' | undefined => {
    if (location.pathname === addressOf(way)) return 'page'
    return way.id !== 'plan' && location.pathname.startsWith(`${addressOf(way)}/`) ? 'true' : undefined
  }
  const link = (way: () => Way) => (
    <li class="pn-item">
      <a class="pn-link" href={toHref(addressOf(way()))} aria-current={current(way())} onClick={() => setOpen(false)}>
        <Icon name={ICONS[way().id]} />
        <span class="pn-full">{way().name}</span>
        <span class="pn-short" translate={way().own ? 'no' : undefined}>
          {way().short}
        </span>
      </a>
    </li>
  )

  return (
    <nav class="pn no-print" aria-label={copy().plan.sections}>
      <Show when={open()}>
        <div class="pn-veil" />
      </Show>
      <ul class="pn-list">
        <ForId each={ways().slice(0, UNDER_THE_THUMB)} by={(way) => way.id}>
          {link}
        </ForId>
        <li class="pn-item pn-more">
          <button
            ref={more}
            type="button"
            class="pn-link"
            classList={{ 'pn-holds': rest().some(current) }}
            aria-expanded={open()}
            aria-controls="pn-rest"
            onClick={() => setOpen(!open())}
          >
            <Icon name={open() ? 'close' : 'more'} />
            <span>{copy().overview.more}</span>
          </button>
        </li>
      </ul>
      <ul class="pn-list pn-rest" id="pn-rest" classList={{ 'pn-open': open() }}>
        <ForId each={rest()} by={(way) => way.id}>
          {link}
        </ForId>
      </ul>
    </nav>
  )
}
