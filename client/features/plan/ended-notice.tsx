/** I take no part in this plan any more: who ended it, what is still here, and what of mine nobody else has. */
import { Show } from 'solid-js'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useNames } from '#reactive/use-names.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { Ended } from '#ports/open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'

export const EndedNotice = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const names = useNames()
  const title = ({ how, by }: Ended): string => {
    const words = copy().circle.ended
    if (by === null || how === 'left' || how === 'moved') return copy().sharing.refused[how].title
    if (by === plan.me) return words.closedByMe
    return words[how](names.person(by))
  }
  const isUnshared = () => !['shared', 'kept'].includes(plan.sharing().shared.name)
  /** A new card of mine may have taken my place: the relay does not say so to the old one. */
  const mayBeCard = ({ how, by }: Ended): boolean => how === 'moved' || (how === 'removed' && by === null)
  return (
    <Show when={plan.ended()}>
      {(ended) => (
        <Banner
          icon="info"
          title={title(ended())}
          actions={
            <>
              {/* The relay alone says so: it may have gone back to a time before this person joined. */}
              <Show when={ended().by === null}>
                <Button onClick={() => void plan.repairRelay()}>{copy().sharing.tryAgain}</Button>
              </Show>
              <Show when={mayBeCard(ended())}>
                <LinkButton href={toHref(paths.card)}>{copy().card.home}</LinkButton>
              </Show>
              <LinkButton icon="file" href={toHref(paths.manage(plan.id))}>
                {copy().circle.ended.ways}
              </LinkButton>
            </>
          }
        >
          <p>{copy().sharing.refused[ended().how].text}</p>
          <Show when={mayBeCard(ended()) && ended().how !== 'moved'}>
            <p>{copy().newCard.ended}</p>
          </Show>
          <Show when={isUnshared() && ended().how !== 'moved'}>
            <p>{copy().circle.ended.unshared}</p>
          </Show>
        </Banner>
      )}
    </Show>
  )
}
