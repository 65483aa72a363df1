/** Somebody joined while I was away. Stays until I say that it is fine, or leave the plan. */
import { Show, createSignal } from 'solid-js'
import { toNewcomersLine } from '#wording/newcomers.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'

export const NewcomersNotice = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const [isFine, setFine] = createSignal(false)
  /** By the names that they have by now; somebody who was taken out since is none. */
  const names = () =>
    plan
      .members()
      .filter(({ person }) => plan.newcomers().some((newcomer) => newcomer.person === person))
      .map(({ name }) => name)
  const words = () => copy().circle.newcomers
  return (
    <Show when={names().length > 0 && !isFine()}>
      <Banner
        calm
        icon="person"
        title={toNewcomersLine(copy(), names())}
        actions={
          <>
            <LinkButton href={toHref(paths.people(plan.id))}>{words().look}</LinkButton>
            <Button look="quiet" onClick={() => setFine(true)}>
              {words().fine}
            </Button>
          </>
        }
      >
        <p>{plan.role() === 'owner' ? words().remove : words().ask}</p>
      </Banner>
    </Show>
  )
}
