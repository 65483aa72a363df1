/** Somebody joined or takes no part any more, or what I may do is another thing than at my last look. Stays until I say that it is fine, or leave the plan. After its end nobody can do anything about it. */
import { For, Show, createSignal } from 'solid-js'
import { toName } from '#wording/names.ts'
import { toNewcomersLine } from '#wording/newcomers.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import type { Role } from '#shared/chain/roles.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { refusalOf } from './sharing-words.ts'
import { useHeldBack } from './use-held-back.ts'

export const NewcomersNotice = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const [isFine, setFine] = createSignal(false)
  const { told: newcomers } = useHeldBack(plan.newcomers, ({ person }) => person)
  /** By the names that they have by now; somebody who was taken out since is none. */
  const names = () =>
    plan
      .members()
      .filter(({ person }) => newcomers().some((newcomer) => newcomer.person === person))
      .map(({ name }) => name)
  const words = () => copy().circle.newcomers
  const renewed = () =>
    plan
      .members()
      .filter(({ person }) => plan.renewed().some((one) => one.person === person))
      .map((member) => toName(copy(), member))
  /** At once: what they were typing in may be gone. Words that cannot be shared have a notice that says it too. */
  const changed = () => (plan.roleBefore() === null || refusalOf(plan.sharing()) !== null ? [] : [plan.role()])
  const [told, tell] = createSignal<Role | null>(null)
  const { told: gone } = useHeldBack(plan.gone, ({ person }) => person)
  const [toldGone, tellGone] = createSignal<readonly PersonId[]>([])
  const untold = () => gone().filter(({ person }) => !toldGone().includes(person))
  return (
    <>
      <Show when={untold().length > 0 && plan.ended() === null}>
        <Banner
          calm
          icon="person"
          title={toNewcomersLine(
            copy(),
            untold().map(({ name }) => name),
            copy().circle.gone,
          )}
          actions={
            <Button look="quiet" onClick={() => tellGone(gone().map(({ person }) => person))}>
              {words().fine}
            </Button>
          }
        />
      </Show>
      <For each={plan.ended() === null ? changed().filter((role) => role !== told()) : []}>
        {(role) => (
          <Banner
            calm
            icon="person"
            title={copy().circle.role[role].title}
            actions={
              <Button look="quiet" onClick={() => tell(role)}>
                {words().fine}
              </Button>
            }
          >
            <p>{copy().circle.role[role].text}</p>
          </Banner>
        )}
      </For>
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
