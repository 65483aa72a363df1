/** Words of this person that nobody else can read: shown with the plan until they are copied or thrown away. */
import { createEffect, createSignal, For, Show } from 'solid-js'
import { sameList } from '#domain/document/memoize.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlanState } from '#reactive/use-plan-state.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { useDrafts } from '#ui/draft.ts'
import { ScrollBox } from '#ui/scroll-box.tsx'
import { strandedIn, UNSHARED } from './stranded-words.ts'
import './stranded-notice.css'

/** Of words that stand in the plan: they would be told again. */
const PUT_AWAY = ' '

export const StrandedNotice = () => {
  const copy = usePlanCopy()
  const plan = useOpenPlan()
  const platform = usePlatform()
  const drafts = useDrafts()
  const [kept, setKept] = createSignal(0)
  const keep = (field: string, text: string | null): void => {
    drafts.keep(field, text)
    setKept((times) => times + 1)
  }
  const mayWrite = (): boolean => plan.role() !== 'reader'
  const stranded = usePlanState((state) => {
    kept()
    return strandedIn(drafts.list(), { state, mayWrite: mayWrite(), story: () => readStoryText(plan.doc) })
  }, sameList)
  // Apart from the plan: others may delete the paragraph in which they stand.
  createEffect(() => {
    for (const { id, text } of plan.sharing().unshared ?? []) {
      const known = drafts.read(UNSHARED + id)
      if (known !== text && known !== PUT_AWAY) keep(UNSHARED + id, text)
    }
  })
  createEffect(() => {
    const told = stranded().map(({ field }) => field)
    for (const { field } of mayWrite() ? drafts.list() : [])
      if (field.startsWith(UNSHARED) && !told.includes(field)) drafts.keep(field, null)
  })
  const throwAway = (): void => {
    for (const { field } of stranded()) keep(field, field.startsWith(UNSHARED) ? PUT_AWAY : null)
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
        <p>{copy().circle.stranded}</p>
        <ScrollBox class="sw-words" label={copy().field.stranded} foreign>
          <For each={stranded()}>{({ text }) => <p dir="auto">{text}</p>}</For>
        </ScrollBox>
      </Banner>
    </Show>
  )
}
