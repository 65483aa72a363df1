/** One person in a plan. On my own row I can say what I want to be called. */
import { Show, createSignal } from 'solid-js'
import { toName } from '#copy/names.ts'
import { NAME_LIMIT, setMyName } from '#domain/people.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useSurroundings } from '#reactive/use-surroundings.ts'
import type { Member } from '#reactive/workspace.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'

export const MemberRow = (props: { member: Member }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const [naming, setNaming] = createSignal(false)
  const mayName = () => props.member.me && plan.role() !== 'reader'
  return (
    <li class="pe-row">
      <div class="pe-person">
        <Avatar name={props.member.name} colour={props.member.colour} here={props.member.here} />
        <div class="pe-words">
          <p class="pe-name">
            <bdi>{toName(copy(), props.member)}</bdi>
          </p>
          <p class="soft">
            {copy().roles[props.member.role]}
            <Show when={props.member.here && !props.member.me}> · {copy().people.here}</Show>
          </p>
        </div>
      </div>
      <Show when={mayName() && !naming()}>
        <Button look="quiet" onClick={() => setNaming(true)}>
          {copy().people.changeName}
        </Button>
      </Show>
      <Show when={mayName() && naming()}>
        <NameForm name={props.member.name} onDone={() => setNaming(false)} />
      </Show>
    </li>
  )
}

const NameForm = (props: { name: string; onDone: () => void }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const surroundings = useSurroundings()
  // What was there when the field opened: a change from elsewhere does not type over it.
  const [typed, setTyped] = createSignal(props.name)
  const save = () => {
    setMyName(plan.doc, plan.me, typed().trim(), surroundings)
    props.onDone()
  }
  return (
    <div class="pe-form">
      <Form onSubmit={save}>
        <TextField
          label={copy().people.yourName}
          value={typed()}
          onInput={setTyped}
          autocomplete="given-name"
          maxLength={NAME_LIMIT}
        />
        <Button type="submit">{copy().people.saveName}</Button>
      </Form>
    </div>
  )
}
