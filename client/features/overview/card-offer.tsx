/** The key card, offered once when a plan has its first content, and once when it has become mine. */
import { Show } from 'solid-js'
import type { Proposal } from '#ports/device.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'

export const useProposal = (hasContent: () => boolean): (() => Proposal | null) => {
  const device = useDevice()
  const plan = useOpenPlan()
  const isHandedOver = () =>
    plan.role() === 'owner' && device.plans().some(({ id, joined }) => id === plan.id && joined === true)
  return () => {
    // Of a plan that has ended for this person the card brings nothing back.
    if (plan.practice || plan.ended() !== null || device.storage().name !== 'ready') return null
    if (isHandedOver() && !device.wasProposed('card-with-ownership')) return 'card-with-ownership'
    return hasContent() && !device.wasProposed('card-with-content') ? 'card-with-content' : null
  }
}

export const CardOffer = (props: { hasContent: boolean }) => {
  const proposal = useProposal(() => props.hasContent)
  return <Show when={proposal()}>{(what) => <OfferCard of={what()} />}</Show>
}

export const OfferCard = (props: { of: Proposal }) => {
  const copy = usePlanCopy()
  const device = useDevice()
  const keep = (): void => device.keepProposed(props.of)
  return (
    <Card title={copy().cardOffer.title}>
      <p>{props.of === 'card-with-ownership' ? copy().cardOffer.owner : copy().cardOffer.text}</p>
      <div class="ov-offer">
        <LinkButton href={toHref(paths.myCard)} onClick={keep}>
          {copy().cardOffer.go}
        </LinkButton>
        <Button look="quiet" onClick={keep}>
          {copy().cardOffer.later}
        </Button>
      </div>
    </Card>
  )
}
