/** The invited person has joined. */
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Banner } from '#ui/banner.tsx'
import { Show } from 'solid-js'

export const Joined = (props: { name: string; onAnother: () => void }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  return (
    <>
      <Banner
        calm
        title={props.name === '' ? copy().invite.ready.joinedNameless : copy().invite.ready.joined(props.name)}
      />
      <Show when={props.name === ''}>
        <p>{copy().invite.ready.askName}</p>
      </Show>
      <LinkButton look="main" wide href={toHref(paths.plan(plan.id))}>
        {copy().invite.ready.toPlan}
      </LinkButton>
      <Show when={plan.role() === 'owner'}>
        <Button wide onClick={() => props.onAnother()}>
          {copy().invite.ready.another}
        </Button>
      </Show>
    </>
  )
}
