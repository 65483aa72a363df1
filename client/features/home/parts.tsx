/** What home shows, with few plans or with many. */
import { ErrorBoundary } from 'solid-js'
import { toTitle } from '#wording/names.ts'
import type { PlanSummary } from '#ports/device.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useFirstCopy } from '#reactive/use-language.ts'
import { LinkButton } from '#ui/button.tsx'
import { ForId } from '#ui/for-id.tsx'
import { PlanCard } from './plan-card.tsx'

export const Ways = () => {
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

export const Me = () => {
  const copy = useFirstCopy()
  return (
    <LinkButton look="quiet" icon="person" href={toHref(paths.me)}>
      {copy().me.title}
    </LinkButton>
  )
}

export const FromFile = () => {
  const copy = useFirstCopy()
  return (
    <LinkButton look="quiet" icon="file" href={toHref(paths.import)}>
      {copy().takeOut.fromFile}
    </LinkButton>
  )
}

export const Plans = (props: { plans: readonly PlanSummary[]; many?: boolean }) => (
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
