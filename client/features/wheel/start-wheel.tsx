/** Begins a wheel: one's own with one tap; another person's, at the same table, under a fold. */
import { createSignal, For, Show } from 'solid-js'
import { toNameWithin } from '#wording/names.ts'
import type { Who } from '#domain/plan/who.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Button } from '#ui/button.tsx'
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
  const [name, setName] = createSignal('')
  const others = () => plan.members().filter(({ me }) => !me)
  const label = () => {
    const { mine, again, goOn } = copy().wheel.start
    return props.mine === 'none' ? mine : props.mine === 'again' ? again : goOn
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
          <Form onSubmit={() => name().trim() !== '' && props.onStart({ name: name() })}>
            <TextField label={copy().wheel.start.name} value={name()} onInput={setName} maxLength={40} dir="auto" />
            <div>
              <Button type="submit">{copy().wheel.start.go}</Button>
            </div>
          </Form>
        </div>
      </Fold>
    </>
  )
}
