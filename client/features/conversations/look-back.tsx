/** A conversation that was held, or that is read-only: its points, its agreements, and the next meeting. */
import { For, Show } from 'solid-js'
import { toDate } from '#copy/format/days-and-times.ts'
import type { Conversation } from '#domain/conversations/conversations.ts'
import { dayToMs } from '#domain/document/days.ts'
import { settled } from '#domain/document/fields.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Card } from '#ui/card.tsx'
import { Icon } from '#ui/icon.tsx'
import { Agreements } from './agreements.tsx'

export const LookBack = (props: { conversation: Conversation }) => {
  const copy = useCopy()
  const platform = usePlatform()
  const points = () => props.conversation.points.filter((point) => point.aside === null)
  const next = () => {
    const [day, form] = [settled(props.conversation.nextDay), settled(props.conversation.nextForm)]
    return [
      ...(day === null ? [] : [toDate(copy().locale, dayToMs(day), platform.now())]),
      ...(form === null ? [] : [copy().conversations.forms[form]]),
    ]
  }
  return (
    <>
      <Card title={copy().conversations.prepareTitle}>
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
        </Card>
      </Show>
    </>
  )
}
