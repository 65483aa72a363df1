/** A part of the plan in its card: its words, and who may do something there. */
import { Show } from 'solid-js'
import { NAME_LIMIT, setMyName } from '#domain/plan/people.ts'
import type { SectionName } from '#domain/plan/sections.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { AddLine } from '#ui/add-line.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Blocks } from './blocks.tsx'
import { usePartWords } from './use-part-words.ts'

export const Part = (props: { name: SectionName }) => {
  const words = usePartWords(props.name)
  return (
    <>
      <Blocks of={words()} />
      <Show when={props.name === 'people'}>
        <OfPeople />
      </Show>
    </>
  )
}

const OfPeople = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const randomness = usePlatform()
  const nameless = () => plan.role() !== 'reader' && plan.members().some(({ me, name }) => me && name === '')
  return (
    <>
      <Show when={!plan.practice && plan.role() === 'owner' && plan.members().length === 1}>
        <LinkButton href={toHref(paths.invite(plan.id))}>{copy().people.invite}</LinkButton>
      </Show>
      <Show when={nameless()}>
        <AddLine
          add={copy().people.sayName}
          field="person/name"
          label={copy().people.yourName}
          hint={copy().start.yourNameHint}
          words={copy().goals}
          limit={NAME_LIMIT}
          onAdd={(name) => setMyName(plan.doc, plan.me, name, randomness)}
        />
      </Show>
    </>
  )
}
