/** Begins a wheel: one's own with one tap; another person's, at the same table, under a fold. */
import { For, Show } from 'solid-js'
import { toNameWithin } from '#wording/names.ts'
import { NAME_LIMIT } from '#domain/plan/people.ts'
import type { Who } from '#domain/plan/who.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Button } from '#ui/button.tsx'
import { createDraft } from '#ui/draft.ts'
import { Fold } from '#ui/fold.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'

/** `mine`: none yet, one to continue, or one that is shown already. */
export const StartWheel = (props: {
  mine: 'none' | 'again' | 'open' | 'shown'
  main: boolean
  onStart: (who: Who) => void
}) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const name = createDraft(() => 'wheel/for-other', { limit: NAME_LIMIT })
  const others = () => plan.members().filter(({ me }) => !me)
  const label = () => {
    const { mine, again, goOn } = copy().wheel.start
    return props.mine === 'none' ? mine : props.mine === 'again' ? again : goOn
  }
  const startOther = (): void => {
    const known = name.text()
    if (known.trim() === '') return
    name.clear()
    props.onStart({ name: known })
  }
  return (
    <>
      <Show when={props.mine !== 'shown'}>
        <Button look={props.main ? 'main' : 'second'} wide onClick={() => props.onStart({ person: plan.me })}>
          {label()}
        </Button>
      </Show>
      <Fold title={copy().wheel.start.other}>
        <div class="wl-others">
          <For each={others()}>
            {(member) => (
              <Button onClick={() => props.onStart({ person: member.person })}>
                {copy().wheel.start.of(toNameWithin(copy(), member))}
              </Button>
            )}
          </For>
          <Form onSubmit={startOther}>
            <TextField label={copy().wheel.start.name} draft={name} />
            <div>
              <Button type="submit">{copy().wheel.start.go}</Button>
            </div>
          </Form>
        </div>
      </Fold>
    </>
  )
}
