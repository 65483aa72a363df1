/** Somebody's contact card, read-only. */
import { For, Show } from 'solid-js'
import { toWhoWithin } from '#wording/names.ts'
import { type JoinedCard, LIKED_FORMS, type LikedForm, WEEKDAYS } from '#domain/contact/contact.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'

export const CardRead = (props: { card: JoinedCard }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const others = () => props.card.others.map((person) => toWhoWithin(copy(), { person }, plan.members()))
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
  const said = () => props.card.cards.map(({ words }) => words).filter((words) => words !== '')
  return (
    <>
      <Show when={lines().length > 0 || said().length > 0} fallback={<p class="soft">{copy().contact.nothing}</p>}>
        <ul class="co-list">
          <For each={lines()}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Show>
      <For each={said()}>
        {(words) => (
          <p class="co-words" dir="auto" translate="no">
            {words}
          </p>
        )}
      </For>
      <Show when={others().length > 0}>
        <p class="soft" dir="auto">
          {copy().goals.answers.alsoBy(others())}
        </p>
      </Show>
    </>
  )
}
