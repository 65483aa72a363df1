/** What is in a file that was opened, and the question whether to put it back. */
import { For, Show, createSignal } from 'solid-js'
import type { OpenedBackup, PutBack } from '#ports/backup.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { Progress } from '#ui/progress.tsx'
import { Screen } from '#ui/screen.tsx'
import { toTitle } from '#wording/names.ts'
import './backup.css'

export const Inside = (props: {
  backup: OpenedBackup
  /** From 0 to 1; `null`: it is not being put back. */
  part: number | null
  stopped: Extract<PutBack, { ok: false }> | null
  failed: boolean
  onGo: (forNow: boolean) => void
}) => {
  const copy = useCopy()
  const device = useDevice()
  const words = () => copy().backup
  const [forNow, setForNow] = createSignal(false)
  const busy = () => props.part !== null
  const isAnothers = () => props.backup.device !== 'same'
  return (
    <Screen title={words().inside.title} lead={words().inside.savedAt(props.backup.savedAt)}>
      <Card title={words().inside.plans(props.backup.plans.length)}>
        <ul class="bu-plans">
          <For each={props.backup.plans}>
            {(plan) => (
              <li>
                <bdi>{toTitle(copy(), plan.title)}</bdi>
                <Show when={plan.here}>
                  {' '}
                  <span class="soft">({words().inside.here})</span>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <p>{words().inside.how}</p>
      </Card>
      <Show when={props.backup.device === 'other'}>
        <Card title={copy().card.other.title}>
          <p>{copy().card.other.stay}</p>
          <p>{copy().card.other.next}</p>
        </Card>
      </Show>
      <Show when={isAnothers()}>
        <Card tone="warm" name={words().inside.title}>
          <p>{words().inside.warning}</p>
        </Card>
      </Show>
      <Show when={isAnothers() && device.storage().name === 'ready'}>
        <CheckBox
          label={copy().onlyForNow.check}
          hint={copy().onlyForNow.checkHint}
          checked={forNow()}
          onChange={setForNow}
        />
      </Show>
      <Show when={props.stopped}>{(why) => <Banner urgent title={words().stopped[why().reason](why().done)} />}</Show>
      <Show when={props.failed}>
        <Banner urgent title={words().stopped.unavailable(0)} />
      </Show>
      <Show when={busy()}>
        <Progress label={words().putting} value={props.part ?? 0} max={1} />
        <p role="status">{words().stay}</p>
      </Show>
      <Show when={props.backup.plans.length > 0}>
        <Button look="main" wide busy={busy()} onClick={() => props.onGo(forNow())}>
          {busy() ? copy().general.busy : words().inside.go}
        </Button>
      </Show>
      <Show when={!busy()}>
        <LinkButton wide href={toHref(paths.home)}>
          {words().inside.stop}
        </LinkButton>
      </Show>
    </Screen>
  )
}
