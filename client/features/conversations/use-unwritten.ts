/** A conversation that is being prepared, and comes into the plan with the first that is written or chosen in it. */
import { useLocation } from '@solidjs/router'
import { type Accessor, createMemo } from 'solid-js'
import { addUnwritten, type Conversation, conversationsOf, toUnwritten } from '#domain/conversations/conversations.ts'
import { toDay } from '#domain/document/days.ts'
import { parseEntityId } from '#domain/document/entity-id.ts'
import { inTime } from '#domain/document/moments.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { useTimes } from '#reactive/use-times.ts'

/** What the history of the browser keeps of it, also over a reload. */
export type Begun = { readonly unwritten?: true }

/** `address`: its id, while it is not in the plan. */
export const useUnwritten = (address: Accessor<string | null>) => {
  const plan = useOpenPlan()
  const platform = usePlatform()
  const times = useTimes()
  const location = useLocation<Begun>()
  const last = usePlanState((state) =>
    inTime(conversationsOf(state), times()).find(({ aside, held }) => held && aside === null),
  )
  const unwritten = createMemo((): Conversation | undefined => {
    const id = parseEntityId(address())
    if (id === null || plan.role() === 'reader' || location.state?.unwritten !== true) return undefined
    return toUnwritten(id, platform.now(), last(), toDay(platform.now()))
  })
  /** Before what is pressed, typed or chosen is heard by anybody else: they write into the plan. */
  const onAct = (event: Partial<KeyboardEvent>): void => {
    const known = unwritten()
    if (known === undefined || !isAct(event)) return
    addUnwritten(plan.doc, known, platform)
  }
  return {
    unwritten,
    watch(place: HTMLElement): void {
      for (const name of ['input', 'change', 'click', 'keyup']) place.addEventListener(name, onAct, true)
    },
  }
}

/** A tap on a field, or the tab key, is none; what is chosen already is taken back by a tap or the space bar. */
const isAct = ({ type, target, key = ' ' }: Partial<KeyboardEvent>): boolean =>
  type === 'input' || type === 'change' || (key === ' ' && (target as Element).closest('button, [type=radio]') !== null)
