/** Take it out: as text, on paper, or as a file with everything. */
import { Show, createSignal } from 'solid-js'
import { readStoryText } from '#domain/story-text.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useSurroundings } from '#reactive/use-surroundings.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { usePlanFile } from './use-plan-file.ts'

export const KeepCopy = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const surroundings = useSurroundings()
  const file = usePlanFile()
  const [saved, setSaved] = createSignal(false)
  return (
    <Card title={copy().manage.keep.title}>
      <p>{copy().manage.keep.text}</p>
      <Button
        wide
        icon="file"
        onClick={() => {
          file.save()
          setSaved(true)
        }}
      >
        {copy().manage.keep.file}
      </Button>
      <p class="mg-said soft" role="status">
        <Show when={saved()}>{copy().manage.keep.fileSaved}</Show>
      </p>
      <CopyButton
        wide
        label={copy().manage.keep.copy}
        doneLabel={copy().general.copied}
        failedLabel={copy().general.copyFailed}
        onCopy={() => surroundings.copyText(readStoryText(plan.doc))}
      />
      <Button wide icon="print" onClick={() => surroundings.print()}>
        {copy().manage.keep.print}
      </Button>
    </Card>
  )
}
