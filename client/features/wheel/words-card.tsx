/** What somebody wants to talk about, and the other notes of their wheel. */
import { For, Show } from 'solid-js'
import { type Topic, TOPICS } from '#domain/document/choices.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { Card } from '#ui/card.tsx'
import { GoalLink } from './topic-form.tsx'
import { useWheel } from './use-wheel.ts'

export const TalkCard = () => {
  const wheel = useWheel()
  const topics = () => TOPICS.filter((topic) => wheel.checkIn().topics[topic].talkAbout)
  return (
    <Show when={topics().length > 0}>
      <Card title={wheel.talkAbout()}>
        <Items topics={topics()} talk />
      </Card>
    </Show>
  )
}

export const NotesCard = () => {
  const copy = usePlanCopy()
  const wheel = useWheel()
  const topics = () =>
    TOPICS.filter((topic) => {
      const { note, talkAbout } = wheel.checkIn().topics[topic]
      return note !== '' && !talkAbout
    })
  return (
    <Show when={topics().length > 0}>
      <Card title={copy().wheel.notesTitle}>
        <Items topics={topics()} />
      </Card>
    </Show>
  )
}

const Items = (props: { topics: readonly Topic[]; talk?: boolean }) => {
  const wheel = useWheel()
  return (
    <ul class="wl-items">
      <For each={props.topics}>
        {(topic) => (
          <li class={`wh-${TOPICS.indexOf(topic)}`}>
            <p class="wl-item-name">
              <Show when={props.talk}>
                <span class="wh-talk" />
              </Show>
              <span dir="auto">{wheel.nameOf(topic)}</span>
            </p>
            <Show when={wheel.checkIn().topics[topic].note}>
              {(note) => (
                <p class="wl-note" dir="auto" translate="no">
                  {note()}
                </p>
              )}
            </Show>
            <Show when={wheel.mayWrite()}>
              <GoalLink topic={topic} said />
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
