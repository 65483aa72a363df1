/** What I am called and how I read, on all my devices. */
import { createSignal, Show } from 'solid-js'
import type { Colour } from '#domain/plan/people.ts'
import { TEXT_SIZES } from '#domain/home/details.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Button } from '#ui/button.tsx'
import { FoldedCard } from '#ui/card.tsx'
import { ColourChoice } from '#ui/colour-choice.tsx'
import { createDraft } from '#ui/draft.ts'
import { Form } from '#ui/form.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'
import { TextField } from '#ui/text-field.tsx'

/** As long as a name in a plan. */
const NAME_LIMIT = 40

export const Details = () => {
  const copy = useCopy()
  const { home } = useDevice()
  const words = () => copy().details
  const name = createDraft(() => 'me/name', { limit: NAME_LIMIT, saved: () => home.me().name ?? '' })
  const [saved, setSaved] = createSignal(false)
  const save = (): void => {
    if (name.isUnsaved()) void home.setMe({ name: name.text().trim() || null })
    name.clear()
    setSaved(true)
  }
  return (
    <FoldedCard title={words().title}>
      <p>{words().lead}</p>
      <Form onSubmit={save}>
        <TextField label={words().name} aside={copy().general.notNeeded} draft={name} onInput={() => setSaved(false)} />
        <div class="me-actions">
          <Button type="submit">{words().save}</Button>
          <Show when={saved()}>
            <p role="status">{words().saved}</p>
          </Show>
        </div>
      </Form>
      <ColourChoice
        legend={words().colour}
        value={home.me().colour ?? -1}
        names={copy().people.colours}
        onChoose={(colour) => void home.setMe({ colour: colour as Colour })}
      />
      <RadioCards
        legend={words().textSize}
        value={home.me().textSize ?? 'normal'}
        choices={TEXT_SIZES.map((value) => ({ value, title: words().textSizes[value] }))}
        onChoose={(textSize) => void home.setMe({ textSize })}
      />
    </FoldedCard>
  )
}
