/** A story that is too much for an editor: its text page by page, whose the large part is, and the way on without it. */
import { createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { type PlanDoc, storyOf } from '#domain/document/plan-doc.ts'
import { largePartsOf, takeOutLarge } from '#domain/story/large-parts.ts'
import { toPages } from '#domain/story/story-pages.ts'
import { roomIn } from '#domain/story/story-size.ts'
import { readStoryText } from '#domain/story/story-text.ts'
import { Button } from '#ui/button.tsx'
import { ShowMore } from '#ui/show-more.tsx'
import type { StoryEditorLabels } from './labels.ts'

type Props = {
  doc: PlanDoc
  labels: StoryEditorLabels
  editable: boolean
  nameAt(client: number): string | null
  /** It is no longer too large, by this person or by another. */
  onSmaller(): void
}

export const LargeStory = (props: Props) => {
  const story = storyOf(props.doc) // one document for the component's lifetime
  const [version, setVersion] = createSignal(0)
  const pages = createMemo(() => (version(), toPages(readStoryText(props.doc))))
  const [most, setMost] = createSignal(1)
  const clients = createMemo(() => (version(), [...new Set(largePartsOf(story).map(({ client }) => client))]))
  const names = createMemo(() => [
    ...new Set(
      clients()
        .map((client) => props.nameAt(client))
        .filter((name) => name !== null),
    ),
  ])
  const update = () => {
    if (roomIn(story) >= 0) return props.onSmaller()
    setVersion((before) => before + 1)
  }
  story.observeDeep(update)
  onCleanup(() => story.unobserveDeep(update))
  return (
    <>
      <p class="story-note" role="status">
        {props.labels.tooMuch} <Show when={names().length > 0}>{props.labels.tooMuchOf(names())}</Show>
      </p>
      <Show when={props.editable && clients().length > 0}>
        <Button onClick={() => takeOutLarge(story)}>{props.labels.takeOutLarge}</Button>
        <p class="soft">{props.labels.takeOutLargeNote}</p>
      </Show>
      <div class="story-text story-text-read" dir="auto" translate="no">
        {pages().slice(0, most()).join('')}
      </div>
      <ShowMore rest={pages().length - most()} label={props.labels.more} onMore={() => setMost(most() + 1)} />
    </>
  )
}
