/** My name in this plan, and my colour. */
import { createSignal } from 'solid-js'
import { type Colour, NAME_LIMIT, setMyColour, setMyName } from '#domain/plan/people.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import type { Member } from '#ports/open-plan.ts'
import { Button } from '#ui/button.tsx'
import { createDraft } from '#ui/draft.ts'
import { ColourChoice } from '#ui/colour-choice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'

/** The name under which what is typed in it is kept. */
export const NAME_FIELD = 'person/name'

export const NameForm = (props: { me: Member; onDone: () => void }) => {
  const copy = useCopy()
  const { home } = useDevice()
  const plan = useOpenPlan()
  const platform = usePlatform()
  // The value when the form opened: a remote change does not overwrite typing.
  const given = props.me.given ?? props.me.name
  const name = createDraft(() => NAME_FIELD, { limit: NAME_LIMIT, saved: () => given })
  const [colour, setColour] = createSignal(props.me.colour)
  const save = () => {
    const typed = name.text().trim()
    if (typed !== given) setMyName(plan.doc, plan.me, typed, platform)
    if (colour() !== props.me.colour) setMyColour(plan.doc, plan.me, colour() as Colour, platform)
    // What I choose for the first time is offered in my next plans.
    const { name: known, colour: chosen } = home.me()
    if (known === null && typed !== '') void home.setMe({ name: typed })
    if (chosen === null && colour() !== props.me.colour) void home.setMe({ colour: colour() as Colour })
    name.clear()
    props.onDone()
  }
  return (
    <div class="pe-form">
      <Form onSubmit={save}>
        <TextField label={copy().people.yourName} draft={name} />
        <ColourChoice
          legend={copy().people.yourColour}
          value={colour()}
          names={copy().people.colours}
          onChoose={setColour}
        />
        <Button type="submit">{copy().people.saveName}</Button>
      </Form>
    </div>
  )
}
