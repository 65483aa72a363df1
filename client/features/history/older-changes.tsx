/** Where this device's history ends, and a way to get what was before it. */
import { Match, Show, Switch } from 'solid-js'
import type { History } from '#ports/open-plan.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Button } from '#ui/button.tsx'
import { type Older, useOlder } from './use-older.ts'

const PERCENT = 100

/** `come`: shows what has come. */
export const OlderChanges = (props: { beginsAt: History['beginsAt']; full: boolean; come(): Promise<void> }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const { state, read, stop } = useOlder(() => props.come())
  const words = () => copy().history
  const ends = () => {
    if (plan.practice) return words().practice
    const at = props.beginsAt
    if (at === 'start') return words().start
    return at === 'unknown' ? words().unknown : words().since(at, platform.now())
  }
  const only = <Name extends Older['name']>(name: Name) => {
    const now = state()
    return now.name === name ? (now as Extract<Older, { name: Name }>) : undefined
  }
  const percent = (share: number): number => Math.floor(share * PERCENT)
  return (
    <>
      <p class="soft">{ends()}</p>
      <div role="status">
        <Switch>
          <Match when={only('reading')}>
            <p>{words().fetch.reading}</p>
          </Match>
          <Match when={only('ended')}>{(ended) => <p>{words().fetch.ended[ended().how]}</p>}</Match>
          <Match when={props.full}>
            <p>{words().fetch.ended['too-much']}</p>
          </Match>
        </Switch>
      </div>
      <Show when={props.beginsAt !== 'start' && !props.full && !plan.practice}>
        <Show
          when={only('reading')}
          fallback={
            <div>
              <Button onClick={() => void read()}>{words().fetch.ask}</Button>
            </div>
          }
        >
          {(reading) => (
            <>
              <progress
                class="hi-progress"
                aria-label={words().fetch.reading}
                value={percent(reading().share)}
                max={PERCENT}
              />
              <div>
                <Button look="quiet" onClick={stop}>
                  {words().fetch.stop}
                </Button>
              </div>
            </>
          )}
        </Show>
      </Show>
    </>
  )
}
