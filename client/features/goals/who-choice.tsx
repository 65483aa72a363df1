/** Chooses a person: a member, or a name. */
import { createSignal, Show } from 'solid-js'
import { NAME_LIMIT } from '#domain/plan/people.ts'
import { parseWho, type Who, whoKey } from '#domain/plan/who.ts'
import { ChooseOne } from '#ui/chips.tsx'
import { useDrafts } from '#ui/draft.ts'
import { KeptLine } from '#ui/kept-line.tsx'
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
  const { copy, plan, mayWrite, whoName } = useGoalWords()
  const named = () => (props.who !== null && 'name' in props.who ? props.who.name : '')
  const [naming, setNaming] = createSignal(useDrafts().read(props.field) !== null)
  const people = (): readonly Who[] => [
    ...plan
      .members()
      .filter(({ me }) => !(props.withoutMe && me))
      .map(({ person }) => ({ person })),
    ...(props.who !== null && !plan.members().some(({ person }) => person === (props.who as { person?: string }).person)
      ? [props.who]
      : []),
  ]
  return (
    <>
      <ChooseOne
        legend={props.legend}
        chips={[
          ...people()
            .filter((who) => !(naming() && 'name' in who)) // the name stands in its field
            .map((who) => ({ value: whoKey(who), label: whoName(who) })),
          { value: OTHER, label: copy().goals.someoneElse },
        ]}
        value={naming() ? OTHER : props.who && whoKey(props.who)}
        onChoose={(key) => {
          setNaming(key === OTHER)
          if (key !== OTHER) props.onChoose(people().find((who) => whoKey(who) === key) ?? null)
        }}
      />
      <Show when={naming()}>
        <KeptLine
          label={copy().goals.nameLabel}
          field={props.field}
          limit={NAME_LIMIT}
          values={[named()]}
          mayKeep={mayWrite()}
          onSave={(name) => props.onChoose(parseWho({ name }))}
        />
      </Show>
    </>
  )
}
