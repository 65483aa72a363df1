/**
 * The story by author, to read: above each piece who wrote it, in words. Where several people wrote in one paragraph, their
 * names stand before their words.
 */
import { For, Show } from 'solid-js'
import { useCopy } from '#reactive/use-copy.ts'
import { type AuthoredPassage, useAuthors } from './use-authors.ts'
import './who-wrote.css'

export const WhoWrote = () => {
  const copy = useCopy()
  const passages = useAuthors()
  return (
    <>
      <p class="soft">{copy().story.authors.lead}</p>
      <div class="ww">
        <For each={passages()}>{(passage) => <Passage {...passage} />}</For>
      </div>
      <p class="soft">{copy().story.authors.note}</p>
    </>
  )
}

const Passage = (props: AuthoredPassage) => {
  const copy = useCopy()
  const several = () => props.words.length > 1
  return (
    <div class="ww-passage" classList={{ 'ww-goes-on': props.goesOn }}>
      <Show when={!props.goesOn}>
        <p class="ww-name" data-colour={props.colour ?? undefined}>
          <bdi>{props.names}</bdi>
        </p>
      </Show>
      <p class="ww-text" classList={{ 'ww-heading': props.kind === 'heading', 'ww-item': props.kind === 'item' }}>
        <For each={props.words}>
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
    </div>
  )
}
