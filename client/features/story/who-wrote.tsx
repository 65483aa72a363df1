/**
 * The story by author, to read: above each piece who wrote it, in words. Where several people wrote in one paragraph, their
 * names stand before their words.
 */
import { createMemo, For, Show } from 'solid-js'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { createSome } from '#reactive/use-some.ts'
import { ShowMore } from '#ui/show-more.tsx'
import { type AuthoredPassage, toWordPages, useAuthors } from './use-authors.ts'
import './who-wrote.css'

/** Passages at first and with each request: more than most stories have. */
const MOST_PASSAGES = 500

export const WhoWrote = () => {
  const copy = usePlanCopy()
  const passages = useAuthors()
  const some = createSome(passages, MOST_PASSAGES)
  return (
    <>
      <p class="soft">{copy().story.authors.lead}</p>
      <div class="ww">
        <For each={some.shown()}>{(passage) => <Passage {...passage} />}</For>
      </div>
      <ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />
      <p class="soft">{copy().story.authors.note}</p>
    </>
  )
}

const Passage = (props: AuthoredPassage) => {
  const copy = usePlanCopy()
  const several = () => props.words.length > 1
  const pages = createMemo(() => toWordPages(props.words))
  const some = createSome(pages, 1)
  return (
    <div class="ww-passage" classList={{ 'ww-goes-on': props.goesOn }}>
      <Show when={!props.goesOn}>
        <p class="ww-name" data-colour={props.colour ?? undefined}>
          <bdi>{props.names}</bdi>
        </p>
      </Show>
      <p class="ww-text" classList={{ 'ww-heading': props.kind === 'heading', 'ww-item': props.kind === 'item' }}>
        <For each={some.shown().flat()}>
          {(run) => (
            <>
              <Show when={several()}>
                <b class="ww-within" data-colour={run.colour ?? undefined}>
                  <bdi>{copy().story.authors.within(run.names)}</bdi>
                </b>{' '}
              </Show>
              <bdi>{run.text}</bdi>
            </>
          )}
        </For>
      </p>
      <ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />
    </div>
  )
}
