/**
 * A form for how somebody likes contact: in which form, at which times, and in words; one tap each. Nothing is filled in
 * beforehand, and opening it creates nothing.
 */
import { createSignal, For, Show } from 'solid-js'
import {
  addCard,
  DAY_PARTS,
  type JoinedCard,
  LIKED_FORMS,
  type LikedForm,
  type Liking,
  LIKINGS,
  setLiking,
  setTime,
  WEEKDAYS,
} from '#domain/contact/contact.ts'
import type { EntityId } from '#domain/document/entity-id.ts'
import { settled } from '#domain/document/fields.ts'
import { isSameWho, type Who } from '#domain/plan/who.ts'
import { toWhoWithin } from '#wording/names.ts'
import { SharedText } from '#editor/shared-text.tsx'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePlatform } from '#reactive/use-platform.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { ChooseOne, ChooseSeveral } from '#ui/chips.tsx'
import { ChooseBetween } from '#ui/choose-between.tsx'
import { placeOf } from './place-of.ts'

/** `ids`: all the cards that are joined here; a choice is written to each. */
type Part = { readonly card: JoinedCard | undefined; readonly ids: () => readonly EntityId[] }

export const CardForm = (props: { who: Who; card: JoinedCard | undefined }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const randomness = usePlatform()
  const ids = (): readonly EntityId[] =>
    props.card?.cards.map(({ id }) => id) ?? [addCard(plan.doc, props.who, randomness)]
  const words = () => (isSameWho(props.who, { person: plan.me }) ? copy().contact.words : copy().contact.forOther.words)
  return (
    <>
      <Card title={copy().contact.how}>
        <Liked card={props.card} ids={ids} />
      </Card>
      <Card title={copy().contact.times}>
        <Times card={props.card} ids={ids} />
      </Card>
      <Card title={words()}>
        <Words card={props.card} ids={ids} label={words()} />
      </Card>
    </>
  )
}

const Words = (props: Part & { label: string }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const [writing, setWriting] = createSignal(false)
  let place!: HTMLDivElement
  const write = (): void => {
    props.ids()
    setWriting(true)
    place.querySelector('textarea')?.focus()
  }
  const cards = () => props.card?.cards ?? []
  const others = () => (props.card?.others ?? []).map((person) => toWhoWithin(copy(), { person }, plan.members()))
  /** The first is there for writing; another device's only if it has content. */
  const shown = () => cards().filter(({ words }, at) => at === 0 || words !== '')
  return (
    <div class="co-write" ref={place} data-place={placeOf(cards())}>
      <Show
        when={writing() || cards().some(({ words }) => words !== '')}
        fallback={<Button onClick={write}>{copy().contact.write}</Button>}
      >
        <For each={shown().map(({ id }) => id)}>
          {(id, at) => (
            <SharedText
              doc={plan.doc}
              kind="contactCard"
              id={id}
              field="words"
              label={at() === 0 ? props.label : copy().contact.otherDevice}
              labelHidden={at() === 0}
              hint={at() === 0 ? copy().contact.wordsHint : undefined}
              lines={3}
            />
          )}
        </For>
      </Show>
      <Show when={others().length > 0}>
        <p class="soft" dir="auto">
          {copy().goals.answers.alsoBy(others())}
        </p>
      </Show>
    </div>
  )
}

const Liked = (props: Part) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const randomness = usePlatform()
  const choose = (form: LikedForm, liking: Liking | null): void =>
    props.ids().forEach((id) => setLiking(plan.doc, id, form, liking, randomness))
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
                onChoose={(liking) => choose(form, liking)}
              />
            }
          >
            <ChooseBetween
              title={`${copy().contact.forms[form]}: ${copy().contact.either}`}
              options={values().map((liking) => ({
                label: liking === null ? copy().conversations.noChoice : copy().contact.likings[liking],
                onChoose: () => choose(form, liking),
              }))}
            />
          </Show>
        )
      }}
    </For>
  )
}

const Times = (props: Part) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const randomness = usePlatform()
  return (
    <For each={WEEKDAYS}>
      {(day) => (
        <ChooseSeveral
          legend={copy().contact.days[day]}
          chips={DAY_PARTS.map((part) => ({ value: part, label: copy().contact.parts[part] }))}
          values={props.card?.times[day] ?? []}
          onSwitch={(part, fits) => props.ids().forEach((id) => setTime(plan.doc, id, day, part, fits, randomness))}
        />
      )}
    </For>
  )
}
