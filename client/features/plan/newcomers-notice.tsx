/** Somebody joined while I was away. Stays until I say that it is fine, or leave the plan. After its end nobody can do anything about it. */
import { Show, createSignal } from 'solid-js'
import { toName } from '#wording/names.ts'
import { toNewcomersLine } from '#wording/newcomers.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'

export const NewcomersNotice = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const [isFine, setFine] = createSignal(false)
  /** By the names that they have by now; somebody who was taken out since is none. */
  const names = () =>
    plan
      .members()
      .filter(({ person }) => plan.newcomers().some((newcomer) => newcomer.person === person))
      .map(({ name }) => name)
  const words = () => copy().circle.newcomers
  const renewed = () =>
    plan
      .members()
      .filter(({ person }) => plan.renewed().some((one) => one.person === person))
      .map((member) => toName(copy(), member))
  return (
    <>
      <Show when={renewed().length > 0}>
        <Banner calm icon="person" title={copy().newCard.renewed(renewed())}>
          <p>{copy().newCard.check}</p>
        </Banner>
      </Show>
      <Show when={names().length > 0 && !isFine() && plan.ended() === null}>
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
    </>
  )
}
