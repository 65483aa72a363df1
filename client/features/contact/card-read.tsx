/** What somebody filled in about contact, to read. */
import { For, Show } from 'solid-js'
import { type ContactCard, LIKED_FORMS, type LikedForm, WEEKDAYS } from '#domain/contact.ts'
import { useCopy } from '#reactive/use-copy.ts'

export const CardRead = (props: { card: ContactCard; words: readonly string[] }) => {
  const copy = useCopy()
  const lines = (): readonly string[] => [
    ...(LIKED_FORMS as readonly LikedForm[]).flatMap((form) =>
      props.card.liking[form]
        .filter((liking) => liking !== null)
        .map((liking) => copy().contact.says(copy().contact.forms[form], copy().contact.likings[liking])),
    ),
    ...WEEKDAYS.filter((day) => props.card.times[day].length > 0).map((day) =>
      copy().contact.on(
        copy().contact.days[day],
        props.card.times[day].map((part) => copy().contact.parts[part]),
      ),
    ),
  ]
  return (
    <>
      <Show when={lines().length > 0 || props.words.length > 0} fallback={<p class="soft">{copy().contact.nothing}</p>}>
        <ul class="co-list">
          <For each={lines()}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Show>
      <For each={props.words}>
        {(words) => (
          <p class="co-words" dir="auto">
            {words}
          </p>
        )}
      </For>
    </>
  )
}
