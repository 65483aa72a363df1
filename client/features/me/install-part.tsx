/** The app at hand like any other: said in the words of this browser, with what it means for the plans. */
import { Match, Show, Switch } from 'solid-js'
import { useCopy } from '#reactive/use-copy.ts'
import { useInstall } from '#reactive/use-install.ts'
import { Button } from '#ui/button.tsx'
import { FoldedCard } from '#ui/card.tsx'

export const InstallPart = (props: { onCardFirst: () => void }) => {
  const copy = useCopy()
  const words = () => copy().install
  const { way, ask } = useInstall()
  return (
    <Show when={way() !== null}>
      <FoldedCard title={words().title}>
        <p>{words().use}</p>
        <Switch>
          <Match when={way() === 'question'}>
            <Button onClick={ask}>{words().go}</Button>
          </Match>
          <Match when={way() === 'menu'}>
            <p>{words().menu}</p>
          </Match>
          <Match when={way() === 'apple'}>
            <p>{words().apple}</p>
            <p>{words().empty}</p>
            <Button look="quiet" onClick={() => props.onCardFirst()}>
              {copy().lock.toCard}
            </Button>
          </Match>
        </Switch>
      </FoldedCard>
    </Show>
  )
}
