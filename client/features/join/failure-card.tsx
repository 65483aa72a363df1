/** Why an invitation does not work: what happened, what is safe, what to do. */
import { Show } from 'solid-js'
import { toInvitationLine } from '#wording/invitation.ts'
import type { Greeting, InvitationFailure } from '#ports/device.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'

/** Trying again helps only where the link itself is valid. */
const mayRetry = (reason: InvitationFailure): boolean =>
  reason === 'offline' || reason === 'busy' || reason === 'not-yet' || reason === 'no-storage' || reason === 'full'

export const FailureCard = (props: { reason: InvitationFailure; greeting: Greeting | null; onRetry: () => void }) => {
  const copy = usePlanCopy()
  const words = () => copy().join.failure[props.reason]
  return (
    <>
      <Show when={props.greeting}>{(greeting) => <p dir="auto">{toInvitationLine(copy(), greeting())}.</p>}</Show>
      <div role="alert">
        <Card tone="warm" title={words().what}>
          <p>{words().safe}</p>
          <p>{words().next}</p>
        </Card>
      </div>
      <Show
        when={mayRetry(props.reason)}
        fallback={
          <LinkButton look="main" wide href={toHref(paths.open)}>
            {copy().join.otherLink}
          </LinkButton>
        }
      >
        <Button look="main" wide onClick={() => props.onRetry()}>
          {copy().join.retry}
        </Button>
      </Show>
      <LinkButton wide href={toHref(paths.home)}>
        {copy().opening.toHome}
      </LinkButton>
    </>
  )
}
