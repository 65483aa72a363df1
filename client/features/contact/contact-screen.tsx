/**
 * How each person likes contact: my own card to fill in, others' to read, and one to fill in for a person without a device.
 */
import { createMemo, createSignal, For, Show } from 'solid-js'
import { toWhoName, toWhoWithin } from '#wording/names.ts'
import { toWrittenBy } from '#wording/written-by.ts'
import { groupBy } from '#domain/document/group-by.ts'
import { whoNow } from '#domain/plan/hands.ts'
import { isSameWho, type Who, whoKey } from '#domain/plan/who.ts'
import { useContactCards } from '#reactive/use-contact-cards.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { usePartNames } from '#reactive/use-sections.ts'
import { usePersonFirst } from '#reactive/use-whose-plan.ts'
import { createSome } from '#reactive/use-some.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Screen } from '#ui/screen.tsx'
import { ShowMore } from '#ui/show-more.tsx'
import { CardForm } from './card-form.tsx'
import { CardRead } from './card-read.tsx'
import { ForOther } from './for-other.tsx'
import { placeOf } from './place-of.ts'
import './contact.css'

export const ContactScreen = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const { cards, isMine } = useContactCards()
  const partNames = usePartNames()
  const personFirst = usePersonFirst()
  const isMyPlan = () => plan.planPerson() === plan.me
  const [other, setOther] = createSignal<Who | null>(null)
  const mayWrite = () => plan.role() !== 'reader'
  const nameOf = (who: Who): string => toWhoName(copy(), who, plan.members())
  const within = (who: Who): string => toWhoWithin(copy(), who, plan.members())
  /** By person: each once, whoever wrote about them, with their own card first. */
  const toRead = createMemo(() => {
    const others = cards().filter((card) => !(mayWrite() && isMine(card)))
    return groupBy(personFirst(others), ({ who }) => whoKey(who))
  })
  const people = createMemo(() => [...toRead().values()].flatMap(([first]) => (first === undefined ? [] : [first])))
  const some = createSome(people)
  const about = (who: Who) => (toRead().get(whoKey(who)) ?? []).toSorted((a, b) => Number(b.own) - Number(a.own))
  const writtenFor = (who: Who) => cards().find((card) => card.author === plan.me && isSameWho(card.who, who))
  /** The plan's person, while nothing is known of how they like contact: they are asked for before whoever looks. */
  const unsaid = (): Who | null => {
    const person = isMyPlan() ? null : plan.planPerson()
    return person === null || people().some(({ who }) => isSameWho(whoNow(who, plan), { person })) ? null : { person }
  }
  /** In one's own plan it comes first, and where nobody else has said anything. */
  const isFirst = () => mayWrite() && (isMyPlan() || (people().length === 0 && unsaid() === null))
  const own = () => (
    <Show when={mayWrite()}>
      <Show when={!isFirst()}>
        <h2>{copy().contact.mine}</h2>
        <p>{copy().contact.lead}</p>
      </Show>
      <CardForm who={{ person: plan.me }} card={cards().find(isMine)} />
    </Show>
  )
  return (
    <Show
      when={other()}
      fallback={
        <Screen title={partNames().contact} lead={isFirst() ? copy().contact.lead : copy().contact.readOnlyLead}>
          <Show when={isFirst()}>{own()}</Show>
          <Show when={!mayWrite() && people().length === 0 && unsaid() === null}>
            <p class="soft">{copy().contact.nothing}</p>
          </Show>
          <Show when={unsaid()}>
            {(who) => (
              <Card title={nameOf(who())}>
                <p class="soft">{copy().contact.nothing}</p>
                <Show when={mayWrite()}>
                  <Button look="main" onClick={() => setOther(who())}>
                    {copy().contact.forOther.together(within(who()))}
                  </Button>
                </Show>
              </Card>
            )}
          </Show>
          <For each={some.shown()}>
            {({ who }) => (
              <Card title={nameOf(who)}>
                <For each={about(who)}>
                  {(card) => (
                    <div class="co-said" data-place={placeOf(card.cards)}>
                      <Show when={toWrittenBy(copy(), { own: card.own, by: card.author }, within)}>
                        {(by) => <p class="soft">{by()}</p>}
                      </Show>
                      <CardRead card={card} />
                      <Show when={mayWrite() && card.author === plan.me}>
                        <Button aria-label={copy().contact.changeOf(nameOf(who))} onClick={() => setOther(who)}>
                          {copy().goals.change}
                        </Button>
                      </Show>
                    </div>
                  )}
                </For>
              </Card>
            )}
          </For>
          <ShowMore rest={some.rest()} label={copy().general.more} onMore={some.more} />
          <Show when={!isFirst()}>{own()}</Show>
          <Show when={mayWrite()}>
            <ForOther onChoose={setOther} />
          </Show>
        </Screen>
      }
    >
      {(who) => (
        <Screen title={copy().whose.of.contact(within(who()))} lead={copy().contact.forOther.lead(within(who()))}>
          <CardForm who={who()} card={writtenFor(who())} />
          <Button look="main" wide onClick={() => setOther(null)}>
            {copy().contact.forOther.done}
          </Button>
        </Screen>
      )}
    </Show>
  )
}
