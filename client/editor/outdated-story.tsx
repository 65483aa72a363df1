/** A story that contains something this app does not know: its text, whose it is, and the way on without it. Read-only until then. */
import { createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { type PlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { Button } from '#ui/button.tsx'
import type { StoryEditorLabels } from './labels.ts'
import { isKnownStory } from './schema-gate.ts'
import { storySchema } from './story-schema.ts'
import { takeOutUnknown, unknownPartsIn } from './unknown-parts.ts'

type Props = {
  doc: PlanDoc
  labels: StoryEditorLabels
  editable: boolean
  nameAt(client: number): string | null
  /** Nothing unknown is left, by this person or by another. */
  onKnown(): void
}

/** The most characters of the words that would go which are shown. */
const MOST_WORDS = 300

export const OutdatedStory = (props: Props) => {
  const { doc } = props // one document for the component's lifetime
  const [text, setText] = createSignal(readStoryText(doc))
  const [parts, setParts] = createSignal(unknownPartsIn(storyOf(doc), storySchema()))
  const update = () => {
    if (isKnownStory(storyOf(doc), storySchema())) return props.onKnown()
    setText(readStoryText(doc))
    setParts(unknownPartsIn(storyOf(doc), storySchema()))
  }
  const names = createMemo(() => [
    ...new Set(
      parts()
        .map(({ client }) => (client === null ? null : props.nameAt(client)))
        .filter((name) => name !== null),
    ),
  ])
  const words = () =>
    parts()
      .map((part) => part.words)
      .filter((part) => part !== '')
      .join(' · ')
      .slice(0, MOST_WORDS)
  doc.on('update', update)
  onCleanup(() => doc.off('update', update))
  return (
    <>
      <p class="story-note" role="status">
        {props.labels.outdated} <Show when={names().length > 0}>{props.labels.unknownOf(names())}</Show>
      </p>
      <Show when={props.editable && parts().length > 0}>
        <Show when={words()}>
          {(going) => (
            <p class="story-note" dir="auto">
              {props.labels.takeOutWords(going())}
            </p>
          )}
        </Show>
        <Button onClick={() => takeOutUnknown(storyOf(doc), storySchema())}>{props.labels.takeOut}</Button>
      </Show>
      <div class="story-text story-text-read" translate="no">
        {text()}
      </div>
    </>
  )
}
