/** A story that contains something only a newer app knows: its text, and what to do. Read-only. */
import { createSignal, onCleanup } from 'solid-js'
import type { PlanDoc } from '#domain/document/plan-doc.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import type { StoryEditorLabels } from './labels.ts'

export const OutdatedStory = (props: { doc: PlanDoc; labels: StoryEditorLabels }) => {
  const { doc } = props // one document for the component's lifetime
  const [text, setText] = createSignal(readStoryText(doc))
  const update = () => setText(readStoryText(doc))
  doc.on('update', update)
  onCleanup(() => doc.off('update', update))
  return (
    <>
      <p class="story-note" role="status">
        {props.labels.outdated}
      </p>
      <div class="story-text story-text-read">{text()}</div>
    </>
  )
}
