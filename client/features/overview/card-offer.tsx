/** The key card, offered once when a plan has its first content, and once when it has become mine. */
import { Show } from 'solid-js'
import type { Proposal } from '#ports/device.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'

export const CardOffer = (props: { hasContent: boolean }) => {
  const copy = usePlanCopy()
  const device = useDevice()
  const plan = useOpenPlan()
  const isHandedOver = () =>
    plan.role() === 'owner' && device.plans().some(({ id, joined }) => id === plan.id && joined === true)
  const proposal = (): Proposal | undefined => {
    if (plan.practice || device.storage().name !== 'ready') return undefined
    if (isHandedOver() && !device.wasProposed('card-with-ownership')) return 'card-with-ownership'
    return props.hasContent && !device.wasProposed('card-with-content') ? 'card-with-content' : undefined
  }
  return (
    <Show when={proposal()}>
      {(what) => (
        <Card title={copy().cardOffer.title}>
          <p>{what() === 'card-with-ownership' ? copy().cardOffer.owner : copy().cardOffer.text}</p>
          <div class="ov-offer">
            <LinkButton href={toHref(paths.myCard)} onClick={() => device.keepProposed(what())}>
              {copy().cardOffer.go}
            </LinkButton>
            <Button look="quiet" onClick={() => device.keepProposed(what())}>
              {copy().cardOffer.later}
            </Button>
          </div>
        </Card>
      )}
    </Show>
  )
}
