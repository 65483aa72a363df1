/** Words of this person that have no form any more: shown with the plan until they are copied or thrown away. */
import { createSignal, For, Show } from 'solid-js'
import { sameList } from '#domain/document/memoize.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { useDrafts } from '#ui/draft.ts'
import { ScrollBox } from '#ui/scroll-box.tsx'
import { strandedIn } from './stranded-words.ts'
import './stranded-notice.css'

export const StrandedNotice = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const drafts = useDrafts()
  const [thrown, setThrown] = createSignal(0)
  const stranded = usePlanState((state) => {
    thrown()
    return strandedIn(drafts.list(), { state, mayWrite: plan.role() !== 'reader' })
  }, sameList)
  const throwAway = (): void => {
    for (const { field } of stranded()) drafts.keep(field, null)
    setThrown((times) => times + 1)
  }
  return (
    <Show when={stranded().length > 0}>
      <Banner
        icon="info"
        title={copy().field.stranded}
        actions={
          <>
            <CopyButton
              label={copy().alarms.copyLost}
              doneLabel={copy().general.copied}
              failedLabel={copy().general.copyFailed}
              onCopy={() =>
                platform.copyText(
                  stranded()
                    .map(({ text }) => text)
                    .join('\n\n'),
                )
              }
            />
            <Button look="quiet" onClick={throwAway}>
              {copy().field.throwAway}
            </Button>
          </>
        }
      >
        <p>{copy().alarms.lost}</p>
        <ScrollBox class="sw-words" label={copy().field.stranded} foreign>
          <For each={stranded()}>{({ text }) => <p dir="auto">{text}</p>}</For>
        </ScrollBox>
      </Banner>
    </Show>
  )
}
