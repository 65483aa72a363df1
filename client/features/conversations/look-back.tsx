/** A conversation that was held, or that is read-only: its points, its agreements, and the next meeting. */
import { For, Show } from 'solid-js'
import type { Conversation } from '#domain/conversations/conversations.ts'
import { settled } from '#domain/document/fields.ts'
import { useCalendar } from '#reactive/use-calendar.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Card } from '#ui/card.tsx'
import { Icon } from '#ui/icon.tsx'
import { toWhenWords } from '#wording/when-words.ts'
import { Agreements } from './agreements.tsx'
import { InCalendar } from './in-calendar.tsx'

export const LookBack = (props: { conversation: Conversation }) => {
  const copy = useCopy()
  const platform = usePlatform()
  const calendar = useCalendar()
  const events = () => calendar.ofNext(props.conversation)
  const points = () => props.conversation.points.filter((point) => point.aside === null)
  const next = () => {
    const [when, form] = [settled(props.conversation.nextWhen), settled(props.conversation.nextForm)]
    return [
      ...(when === null ? [] : [toWhenWords(copy(), when, platform.now())]),
      ...(form === null ? [] : [copy().conversations.forms[form]]),
    ]
  }
  return (
    <>
      <Show when={settled(props.conversation.place)}>
        {(place) => <p dir="auto">{copy().conversations.at(place())}</p>}
      </Show>
      <Card title={props.conversation.held ? copy().conversations.heldTitle : copy().conversations.prepareTitle}>
        <ul class="cv-list">
          <For each={points()}>
            {(point) => (
              <li class="cv-point" data-place={`talkPoint:${point.id}`}>
                <Show when={point.talked}>
                  <Icon name="check" />
                </Show>
                <span>
                  <span dir="auto" translate="no">
                    {point.text}
                  </span>{' '}
                  <span class="soft">{point.talked ? copy().conversations.talked : copy().conversations.open}</span>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Card>
      <Show when={props.conversation.notes}>
        {(notes) => (
          <Card title={copy().conversations.notes}>
            <p class="cv-notes" dir="auto" translate="no">
              {notes()}
            </p>
          </Card>
        )}
      </Show>
      <Agreements conversation={props.conversation} readOnly />
      <Show when={next().length > 0}>
        <Card tone="soft" name={copy().conversations.nextContact}>
          <p>{copy().conversations.nextOn(next())}</p>
          <InCalendar events={events()} />
        </Card>
      </Show>
    </>
  )
}
