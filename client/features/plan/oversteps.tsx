/** Somebody set what only an owner sets, or wrote what this app cannot read: who it was, and one tap to put it back (powers.ts). */
import { createSignal, onCleanup, Show } from 'solid-js'
import { toTitle, toWhoWithin } from '#wording/names.ts'
import { sameList } from '#domain/document/memoize.ts'
import { unknownIn } from '#domain/document/unknown.ts'
import { leaveSo, overstepsOf, type PowerName, putBack } from '#domain/plan/powers.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState, useTitles } from '#reactive/use-plan-state.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'

export const Oversteps = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const titles = useTitles()
  const platform = usePlatform()
  const words = () => copy().sharing.oversteps
  const who = useWho()
  const isOwner = () => plan.role() === 'owner'
  const of = (name: PowerName) =>
    usePlanState((state) => {
      plan.members() // whose right it is changes with the roles
      return overstepsOf(state, name, plan)
    }, sameList)
  const [title, sections, successor] = [of('title'), of('sections'), of('successor')]
  const back = (name: PowerName): void => putBack(plan.doc, name, plan, plan.titleBefore() ?? '', platform)
  const keep = (name: PowerName) => (
    <Button onClick={() => leaveSo(plan.doc, name, plan, platform)}>{words().keep}</Button>
  )
  return (
    <>
      <Show when={isOwner() && title().length > 0}>
        <Banner
          title={words().title(who(title()))}
          actions={
            <>
              <Button onClick={() => back('title')}>
                {words().titleBack(toTitle(copy(), plan.titleBefore() ?? undefined))}
              </Button>
              {keep('title')}
            </>
          }
        >
          <p dir="auto">{words().titleNow(toTitle(copy(), titles()[0]))}</p>
        </Banner>
      </Show>
      <Show when={isOwner() && sections().length > 0}>
        <Banner
          title={words().sections(who(sections()))}
          actions={
            <>
              <Button onClick={() => back('sections')}>{words().sectionsBack}</Button>
              {keep('sections')}
            </>
          }
        >
          <p>{words().sectionsText}</p>
        </Banner>
      </Show>
      <Show when={successor().length > 0}>
        <Banner
          title={words().successor(who(successor()))}
          actions={
            <Show when={isOwner()}>
              <Button onClick={() => back('successor')}>{words().successorBack}</Button>
            </Show>
          }
        >
          <p>{words().successorText}</p>
        </Banner>
      </Show>
      <Unknown />
    </>
  )
}

/** What a newer app wrote, until it was put away: the rest of the plan works as ever. */
const Unknown = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const who = useWho()
  const read = (): readonly PersonId[] => [
    ...new Set(unknownIn(plan.doc).map((client) => plan.personAt(client) ?? plan.me)),
  ]
  const [people, setPeople] = createSignal(read(), { equals: sameList })
  const [away, setAway] = createSignal(false)
  const update = (): void => void setPeople(read())
  plan.doc.on('update', update)
  onCleanup(() => plan.doc.off('update', update))
  const words = () => copy().sharing.oversteps
  return (
    <Show when={people().length > 0 && !away()}>
      <Banner
        calm
        icon="info"
        title={words().unknown(who(people()))}
        actions={
          <>
            <Button onClick={() => platform.reload()}>{copy().general.reload}</Button>
            <Button onClick={() => setAway(true)}>{words().away}</Button>
          </>
        }
      >
        <p>{words().unknownText}</p>
      </Banner>
    </Show>
  )
}

const useWho = (): ((people: readonly PersonId[]) => readonly string[]) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  return (people) => people.map((person) => toWhoWithin(copy(), { person }, plan.members()))
}
