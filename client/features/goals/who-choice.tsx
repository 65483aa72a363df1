/** Chooses a person: a member, or a name. */
import { createSignal, Show } from 'solid-js'
import { NAME_LIMIT } from '#domain/plan/people.ts'
import { parseWho, type Who, whoKey } from '#domain/plan/who.ts'
import { Button } from '#ui/button.tsx'
import { createDraft } from '#ui/draft.ts'
import { Form } from '#ui/form.tsx'
import { ChooseOne } from '#ui/chips.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useGoalWords } from './use-goal-words.ts'

const OTHER = 'other'

export const WhoChoice = (props: {
  /** The name under which a name that is being typed is kept. */
  field: string
  legend: string
  who: Who | null
  withoutMe?: boolean
  onChoose: (who: Who | null) => void
}) => {
  const { copy, plan, whoName } = useGoalWords()
  const name = createDraft(() => props.field, { limit: NAME_LIMIT })
  const [naming, setNaming] = createSignal(name.isFound())
  const people = (): readonly Who[] => [
    ...plan
      .members()
      .filter(({ me }) => !(props.withoutMe && me))
      .map(({ person }) => ({ person })),
    ...(props.who !== null && !plan.members().some(({ person }) => person === (props.who as { person?: string }).person)
      ? [props.who]
      : []),
  ]
  const take = (): void => {
    const who = parseWho({ name: name.text() })
    if (who === null) return
    setNaming(false)
    name.clear()
    props.onChoose(who)
  }
  return (
    <>
      <ChooseOne
        legend={props.legend}
        chips={[
          ...people().map((who) => ({ value: whoKey(who), label: whoName(who) })),
          { value: OTHER, label: copy().goals.someoneElse },
        ]}
        value={naming() ? OTHER : props.who && whoKey(props.who)}
        onChoose={(key) => {
          setNaming(key === OTHER)
          if (key !== OTHER) props.onChoose(people().find((who) => whoKey(who) === key) ?? null)
        }}
      />
      <Show when={naming()}>
        <Form onSubmit={take}>
          <div class="go-name">
            <TextField label={copy().goals.nameLabel} draft={name} />
            <Button type="submit">{copy().goals.save}</Button>
          </div>
        </Form>
      </Show>
    </>
  )
}
