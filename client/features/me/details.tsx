/** What I am called and how I read, on all my devices. */
import { createSignal } from 'solid-js'
import type { Colour } from '#domain/plan/people.ts'
import { TEXT_SIZES } from '#domain/home/details.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { FoldedCard } from '#ui/card.tsx'
import { ColourChoice } from '#ui/colour-choice.tsx'
import { KeptLine } from '#ui/kept-line.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'

/** As long as a name in a plan. */
const NAME_LIMIT = 40

export const Details = () => {
  const copy = useCopy()
  const { home } = useDevice()
  const words = () => copy().details
  const [saved, setSaved] = createSignal(false)
  return (
    <FoldedCard title={words().title}>
      <p>{words().lead}</p>
      <KeptLine
        label={words().name}
        aside={copy().general.notNeeded}
        field="me/name"
        limit={NAME_LIMIT}
        values={[home.me().name ?? '']}
        onSave={(name) => {
          void home.setMe({ name: name || null })
          setSaved(true)
        }}
      />
      <p role="status">{saved() ? words().saved : ''}</p>
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
