/** One plan on the home screen: the whole card is the link. */
import { Show } from 'solid-js'
import { toNameWithin, toTitle } from '#copy/names.ts'
import type { PlanSummary } from '#reactive/device.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useSurroundings } from '#reactive/use-surroundings.ts'
import { AvatarGroup } from '#ui/avatar.tsx'

export const PlanCard = (props: { plan: PlanSummary }) => {
  const copy = useCopy()
  const surroundings = useSurroundings()
  const names = () => props.plan.people.map(({ name }) => toNameWithin(copy(), name))

  return (
    <li class="hm-plan">
      <div class="hm-words">
        <h2>
          <a class="hm-link" href={toHref(paths.plan(props.plan.id))} dir="auto">
            {toTitle(copy(), props.plan.title)}
          </a>
        </h2>
        <p class="soft">{copy().home.opened(props.plan.openedAt, surroundings.now())}</p>
        <p class="soft">{names().length > 0 ? copy().home.people(names()) : copy().home.onlyMe}</p>
        <Show when={props.plan.unshared && names().length > 0}>
          <p class="hm-chip">{copy().home.unshared}</p>
        </Show>
      </div>
      <AvatarGroup faces={props.plan.people} />
    </li>
  )
}
