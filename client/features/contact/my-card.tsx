/** In which form, and on which parts of which days: one tap each. Nothing is filled in beforehand. */
import { For, Show } from 'solid-js'
import {
  type ContactCard,
  DAY_PARTS,
  LIKED_FORMS,
  type LikedForm,
  LIKINGS,
  setLiking,
  setTime,
  WEEKDAYS,
} from '#domain/contact.ts'
import type { EntityId } from '#domain/entities.ts'
import { settled } from '#domain/fields.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useSurroundings } from '#reactive/use-surroundings.ts'
import { ChooseOne, ChooseSeveral } from '#ui/chips.tsx'
import { ChooseBetween } from '#ui/choose-between.tsx'

type Part = { readonly card: ContactCard | undefined; readonly ensured: () => EntityId }

export const Liked = (props: Part) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const randomness = useSurroundings()
  return (
    <For each={LIKED_FORMS as readonly LikedForm[]}>
      {(form) => {
        const values = () => props.card?.liking[form] ?? []
        return (
          <Show
            when={values().length > 1}
            fallback={
              <ChooseOne
                even
                legend={copy().contact.forms[form]}
                chips={LIKINGS.map((liking) => ({ value: liking, label: copy().contact.likings[liking] }))}
                value={settled(values())}
                onChoose={(liking) => setLiking(plan.doc, props.ensured(), form, liking, randomness)}
              />
            }
          >
            <ChooseBetween
              title={`${copy().contact.forms[form]}: ${copy().contact.either}`}
              options={values().map((liking) => ({
                label: liking === null ? copy().conversations.noChoice : copy().contact.likings[liking],
                onChoose: () => setLiking(plan.doc, props.ensured(), form, liking, randomness),
              }))}
            />
          </Show>
        )
      }}
    </For>
  )
}

export const Times = (props: Part) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const randomness = useSurroundings()
  return (
    <For each={WEEKDAYS}>
      {(day) => (
        <ChooseSeveral
          legend={copy().contact.days[day]}
          chips={DAY_PARTS.map((part) => ({ value: part, label: copy().contact.parts[part] }))}
          values={props.card?.times[day] ?? []}
          onSwitch={(part, fits) => setTime(plan.doc, props.ensured(), day, part, fits, randomness)}
        />
      )}
    </For>
  )
}
