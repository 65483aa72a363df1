/** Members, open invitations, and my name here. */
import { createSignal, For, Show } from 'solid-js'
import { toWhoName } from '#wording/names.ts'
import { originsOf } from '#domain/plan/origin.ts'
import { sameList } from '#domain/document/memoize.ts'
import { isSoleOwner } from '#reactive/owners.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ForId } from '#ui/for-id.tsx'
import { Screen } from '#ui/screen.tsx'
import { MemberRow } from './member-row.tsx'
import { OpenInvitations } from './open-invitations.tsx'
import './people.css'

export const PeopleScreen = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const [gone, setGone] = createSignal('')
  const isAlone = () => plan.members().every(({ me }) => me)
  /** With a new card I still take part. */
  const endsHere = () => !['moved', undefined].includes(plan.ended()?.how)
  const origins = usePlanState(originsOf, sameList)
  const nameOf = (client: number): string => {
    const person = plan.personAt(client)
    return person === null ? copy().general.nameless : toWhoName(copy(), { person }, plan.members())
  }
  return (
    <Screen title={copy().people.title} lead={endsHere() ? copy().people.leadEnded : copy().people.lead}>
      <ul class="pe-list" aria-label={copy().people.list}>
        <ForId each={plan.members()} by={(member) => member.person}>
          {(member) => <MemberRow member={member()} onRemoved={setGone} />}
        </ForId>
      </ul>
      <p class="pe-gone" role="status">
        {gone() && copy().circle.remove.done(gone())}
      </p>
      <Show when={plan.role() === 'owner'}>
        <LinkButton look="main" wide href={toHref(paths.invite(plan.id))}>
          {copy().people.invite}
        </LinkButton>
      </Show>
      <OpenInvitations />
      <For each={origins()}>
        {({ from, at, client }) => (
          <p class="soft" dir="auto">
            {copy().people.origin[from](nameOf(client), copy().takeOut.date(at))}
          </p>
        )}
      </For>
      <Show when={isSoleOwner(plan) && !plan.practice}>
        <Card tone="soft" title={isAlone() ? copy().circle.soleOwner.alone.title : copy().circle.soleOwner.title}>
          <p>{isAlone() ? copy().circle.soleOwner.alone.text : copy().circle.soleOwner.text}</p>
          <LinkButton href={toHref(paths.myCard)}>{copy().circle.soleOwner.toCard}</LinkButton>
        </Card>
      </Show>
      <Show when={!isAlone() && !plan.practice && plan.ended() === null}>
        <LinkButton look="quiet" href={toHref(paths.leave(plan.id))}>
          {copy().people.leave}
        </LinkButton>
      </Show>
    </Screen>
  )
}
