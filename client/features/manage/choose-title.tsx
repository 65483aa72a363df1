/** Two titles set at the same time: both stay until somebody chooses (product.md, rule 5). */
import { For, Show } from 'solid-js'
import { setTitle } from '#domain/plan/plan.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useTitles } from '#reactive/use-plan-state.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'

export const ChooseTitle = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const titles = useTitles()
  const platform = usePlatform()
  return (
    <Show when={titles().length > 1}>
      <Card tone="warm" title={copy().manage.choose.title}>
        <p>{copy().manage.choose.text}</p>
        <For each={titles()}>
          {(title) => (
            <Button wide onClick={() => setTitle(plan.doc, title, platform)}>
              <bdi>{copy().manage.choose.take(title)}</bdi>
            </Button>
          )}
        </For>
      </Card>
    </Show>
  )
}
