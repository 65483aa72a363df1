/** What did not add up in what one person keeps for themself. Only their own devices write there, so the advice is about their key card. */
import { For, Show, createMemo } from 'solid-js'
import { groupAlarms, isNew } from '#domain/plan/alarms.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useAsideCopy } from '#reactive/use-aside-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'

/** Of one's own devices, and of nobody that is known. */
const MAX_SHOWN = 2

export const HomeAlarms = () => {
  const copy = useAsideCopy()
  const { home } = useDevice()
  const platform = usePlatform()
  const words = () => copy().homeAlarms
  const fresh = createMemo(() => home.alarms().filter(isNew))
  /** Which rule was broken helps nobody here: what counts is whether the key card is in other hands. */
  const groups = createMemo(() =>
    groupAlarms(fresh().map((alarm) => ({ ...alarm, name: alarm.person === null ? 'unsigned' : 'not-own' }))),
  )
  const lost = () => groups().flatMap((group) => group.lost)
  return (
    <Show when={groups().length > 0}>
      <Banner
        title={words().title}
        actions={
          <>
            <LinkButton href={toHref(paths.me)}>{copy().me.title}</LinkButton>
            <Button look="quiet" onClick={() => void home.dismissAlarms()}>
              {copy().alarms.dismiss}
            </Button>
          </>
        }
      >
        <p>{words().lead}</p>
        <For each={groups().slice(0, MAX_SHOWN)}>
          {({ person, at, count }) => (
            <>
              <p>{person === null ? words().nobodys : words().mine}</p>
              <p class="soft">{copy().alarms.when(at, platform.now(), count)}</p>
              <p>{person === null ? words().adviceNobodys : words().adviceMine}</p>
            </>
          )}
        </For>
        <For each={lost()}>
          {(passage) => (
            <>
              <p>{words().lost}</p>
              <p dir="auto" translate="no">
                {passage}
              </p>
              <CopyButton
                label={copy().alarms.copyLost}
                doneLabel={copy().general.copied}
                failedLabel={copy().general.copyFailed}
                onCopy={() => platform.copyText(passage)}
              />
            </>
          )}
        </For>
      </Banner>
    </Show>
  )
}
