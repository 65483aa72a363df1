/** Chooses whose card is filled in, for a person at the table without a device. */
import { For } from 'solid-js'
import { toNameWithin } from '#wording/names.ts'
import { NAME_LIMIT } from '#domain/plan/people.ts'
import { parseWho, type Who } from '#domain/plan/who.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { Button } from '#ui/button.tsx'
import { createDraft } from '#ui/draft.ts'
import { Fold } from '#ui/fold.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'

export const ForOther = (props: { onChoose: (who: Who) => void }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const name = createDraft(() => 'contact/for-other', { limit: NAME_LIMIT })
  const words = () => copy().contact.forOther
  const take = (): void => {
    const who = parseWho({ name: name.text() })
    if (who === null) return
    name.clear()
    props.onChoose(who)
  }
  return (
    <Fold title={words().title}>
      <div class="co-other">
        <p class="soft">{words().text}</p>
        <For each={plan.members().filter(({ me }) => !me)}>
          {(member) => (
            <Button onClick={() => props.onChoose({ person: member.person })}>
              {words().of(toNameWithin(copy(), member))}
            </Button>
          )}
        </For>
        <Form onSubmit={take}>
          <TextField label={words().name} draft={name} />
          <div>
            <Button type="submit">{words().go}</Button>
          </div>
        </Form>
      </div>
    </Fold>
  )
}
