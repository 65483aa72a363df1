/** "Who sees this?" on every screen of a plan (product.md, rule 3), and whether everything has reached them. */
import { Show } from 'solid-js'
import { useLocation } from '@solidjs/router'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { AvatarGroup } from '#ui/avatar.tsx'
import { Card } from '#ui/card.tsx'
import { refusalOf, saveFailureOf, toSharingWords } from './sharing-words.ts'
import { useWide } from './use-wide.ts'

export const WhoSees = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const location = useLocation()
  const others = () => plan.members().filter((member) => !member.me)
  const isInvited = () => plan.invitations().some(({ failure }) => failure === null)
  /** There the bar says so, and this is a narrow block under the navigation. */
  const wide = useWide()
  /** A notice that is shown across the screen is not repeated. */
  const explanation = () =>
    refusalOf(plan.sharing()) === null && saveFailureOf(plan.sharing()) === null
      ? toSharingWords(copy(), plan.sharing(), platform.now()).long
      : ''

  // Who takes part no longer knows who does.
  return (
    <Show when={plan.ended() === null}>
      <Card title={copy().whoSees.title}>
        <div class="ps-circle">
          <AvatarGroup faces={plan.members()} />
          <p>
            {others().length === 0
              ? copy().whoSees[isInvited() ? 'onlyMeYet' : 'onlyMe']
              : `${copy().whoSees.people(others().length)} ${wide() ? '' : copy().whoSees.circle}`}
          </p>
        </div>
        <Show when={!wide() && explanation()}>{(text) => <p class="soft">{text()}</p>}</Show>
        <Show when={location.pathname !== paths.people(plan.id)}>
          <a class="ps-link" href={toHref(paths.people(plan.id))}>
            {copy().whoSees.look}
          </a>
        </Show>
      </Card>
    </Show>
  )
}
