/** Everything of mine in one file, which only the key card opens. */
import { Show, createSignal } from 'solid-js'
import { toDay } from '#domain/document/days.ts'
import type { BackupSaved } from '#ports/backup.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { FoldedCard } from '#ui/card.tsx'
import { Progress } from '#ui/progress.tsx'
import { toTitle } from '#wording/names.ts'

export const BackupPart = () => {
  const copy = useCopy()
  const device = useDevice()
  const platform = usePlatform()
  const words = () => copy().backup
  /** From 0 to 1; `null`: no file is being made. */
  const [part, setPart] = createSignal<number | null>(null)
  const [saved, setSaved] = createSignal<BackupSaved | null>(null)
  const [failed, setFailed] = createSignal(false)
  const missing = () => (saved()?.missing ?? []).map((title) => toTitle(copy(), title))

  const save = async (): Promise<void> => {
    setPart(0)
    setSaved(null)
    const made = await device.saveAll(setPart).catch(() => null)
    setPart(null)
    setSaved(made)
    setFailed(made === null)
    if (made !== null) platform.saveBytes({ name: words().fileName(toDay(platform.now())), bytes: made.file })
  }

  return (
    <FoldedCard title={words().title}>
      <p>{words().use}</p>
      <p>{words().locked}</p>
      <Show when={failed()}>
        <Banner urgent title={words().failed} />
      </Show>
      <Show when={device.plans().length > 0} fallback={<p class="soft">{words().none}</p>}>
        <Button icon="file" busy={part() !== null} onClick={() => void save()}>
          {part() === null ? words().save : copy().general.busy}
        </Button>
      </Show>
      <Show when={part() !== null}>
        <Progress label={words().saving} value={part() ?? 0} max={1} />
      </Show>
      <div role="status">
        <Show when={saved()}>{(made) => <p>{words().saved(made().plans)}</p>}</Show>
        <Show when={missing().length > 0}>
          <p dir="auto">{words().missing(missing())}</p>
        </Show>
      </div>
      <LinkButton look="quiet" href={toHref(paths.putBack)}>
        {words().putBack}
      </LinkButton>
    </FoldedCard>
  )
}
