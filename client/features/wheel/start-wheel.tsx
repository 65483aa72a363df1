/** Begins a wheel: that of the person of the plan with one tap; another's, at the same table, under a fold. */
import { For, Show } from 'solid-js'
import { toStartWheel, toWhosePerson } from '#wording/whose-plan.ts'
import { toNameWithin } from '#wording/names.ts'
import { memberOf } from '#domain/plan/names.ts'
import { NAME_LIMIT } from '#domain/plan/people.ts'
import { isSameWho, type Who } from '#domain/plan/who.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Button } from '#ui/button.tsx'
import { createDraft } from '#ui/draft.ts'
import { Fold } from '#ui/fold.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'

/** `subject`: whom the plan is of. `state`: of their wheel: none yet, one to continue, or one that is shown already. */
export const StartWheel = (props: {
  subject: Who
  state: 'none' | 'again' | 'open' | 'shown'
  main: boolean
  onStart: (who: Who) => void
}) => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const name = createDraft(() => 'wheel/for-other', { limit: NAME_LIMIT })
  const others = () => plan.members().filter(({ person }) => !isSameWho(props.subject, { person }))
  const mine = () => isSameWho(props.subject, { person: plan.me })
  const label = () => {
    const whose = toWhosePerson(props.subject, mine(), (who) =>
      'person' in who ? toNameWithin(copy(), memberOf(plan.members(), who.person) ?? { name: '' }) : who.name,
    )
    return toStartWheel(copy(), whose, props.state === 'shown' ? 'open' : props.state)
  }
  const startOther = (): void => {
    const known = name.text()
    if (known.trim() === '') return
    name.clear()
    props.onStart({ name: known })
  }
  return (
    <>
      <Show when={props.state !== 'shown'}>
        <Button look={props.main ? 'main' : 'second'} wide onClick={() => props.onStart(props.subject)}>
          {label()}
        </Button>
      </Show>
      <Fold title={mine() ? copy().wheel.start.other : copy().whose.wheel.ownOrOther}>
        <div class="wl-others">
          <For each={others()}>
            {(member) => (
              <Button onClick={() => props.onStart({ person: member.person })}>
                {member.me ? copy().whose.wheel.own : copy().wheel.start.of(toNameWithin(copy(), member))}
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
