/** What is safe, and plainly what is not promised: questions, each with its answers under it. */
import { For } from 'solid-js'
import { useAsideCopy } from '#reactive/use-aside-copy.ts'
import { FoldedCard } from '#ui/card.tsx'
import { Screen } from '#ui/screen.tsx'
import './about.css'

export const AboutScreen = () => {
  const copy = useAsideCopy()
  return (
    <Screen title={copy().about.title} lead={copy().about.lead}>
      <For each={copy().about.sections}>
        {(section) => (
          <FoldedCard title={section.title}>
            <ul class="ab-points">
              <For each={section.points}>{(point) => <li>{point}</li>}</For>
            </ul>
          </FoldedCard>
        )}
      </For>
    </Screen>
  )
}
