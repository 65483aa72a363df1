/** Plans that come back after a key card: how far it is, what stands in the way, and what did not come. */
import { Match, Show, Switch } from 'solid-js'
import type { RestoreState, RestoreTrouble } from '#ports/own-keys.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useAsideCopy } from '#reactive/use-aside-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Progress } from '#ui/progress.tsx'

export const RestoreNotice = () => {
  const copy = useAsideCopy()
  const device = useDevice()
  const only = <Name extends RestoreState['name']>(name: Name) => {
    const now = device.restore()
    return now.name === name ? (now as Extract<RestoreState, { name: Name }>) : undefined
  }
  const waiting = (trouble: RestoreTrouble | null): string =>
    trouble ? copy().restore.trouble[trouble] : copy().restore.leave
  return (
    <Switch>
      <Match when={only('listing')}>
        {(state) => (
          <Card tone="soft" title={copy().restore.listing}>
            <p>{waiting(state().trouble)}</p>
          </Card>
        )}
      </Match>
      <Match when={only('fetching')}>
        {(state) => (
          <Card tone="soft" title={copy().restore.fetching}>
            <Progress label={copy().restore.fetching} value={state().ready} max={state().total} />
            <p>{copy().restore.ready(state().ready, state().total)}</p>
            <p>{waiting(state().trouble)}</p>
          </Card>
        )}
      </Match>
      <Match when={only('done')}>
        {(state) => (
          <Card tone="soft" title={state().total > 0 ? copy().restore.done : copy().restore.nothing}>
            <Show when={state().total > 0}>
              <p>{copy().restore.found(state().total)}</p>
            </Show>
            <Show when={state().refused > 0}>
              <p>{copy().restore.refused(state().refused)}</p>
            </Show>
            <Show when={state().total === 0} fallback={<p>{copy().restore.missing}</p>}>
              <p>{copy().restore.oldCard}</p>
              <LinkButton href={toHref(paths.card)}>{copy().restore.otherCard}</LinkButton>
            </Show>
            <Button onClick={() => void device.dismissRestore()}>{copy().restore.ok}</Button>
          </Card>
        )}
      </Match>
    </Switch>
  )
}
