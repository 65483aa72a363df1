/** How each person likes contact: one's own card to fill in, those of the others to read. */
import { createSignal, For, Show } from 'solid-js'
import { toWhoName } from '#copy/names.ts'
import { type ContactCard, ensureCard, readContactCards } from '#domain/contact.ts'
import { isSameWho } from '#domain/who.ts'
import { SharedText } from '#editor/shared-text.tsx'
import { followDoc, sameContent } from '#reactive/follow-doc.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import { useSurroundings } from '#reactive/use-surroundings.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Screen } from '#ui/screen.tsx'
import { CardRead } from './card-read.tsx'
import { Liked, Times } from './my-card.tsx'
import './contact.css'

export const ContactScreen = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const cards = followDoc(plan.doc, readContactCards, sameContent)
  const me = { person: plan.me }
  const mayWrite = () => plan.role() !== 'reader'
  /** The first of a person counts; of the others only the words are shown. */
  const firsts = () =>
    cards().filter(
      (card, index) =>
        !(mayWrite() && isSameWho(card.who, me)) &&
        cards().findIndex((other) => isSameWho(other.who, card.who)) === index,
    )
  const wordsOf = (who: ContactCard['who']): readonly string[] =>
    cards()
      .filter((card) => isSameWho(card.who, who) && card.words !== '')
      .map(({ words }) => words)
  return (
    <Screen title={copy().plan.contact} lead={mayWrite() ? copy().contact.lead : copy().contact.readOnlyLead}>
      <Show when={mayWrite()}>
        <Mine cards={cards().filter((card) => isSameWho(card.who, me))} />
      </Show>
      <Show when={!mayWrite() && firsts().length === 0}>
        <p class="soft">{copy().contact.nothing}</p>
      </Show>
      <For each={firsts()}>
        {(card) => (
          <Card title={copy().contact.of(toWhoName(copy(), card.who, plan.members()))}>
            <CardRead card={card} words={wordsOf(card.who)} />
          </Card>
        )}
      </For>
    </Screen>
  )
}

/** Made at the first thing that is filled in, and not by looking. */
const Mine = (props: { cards: readonly ContactCard[] }) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const randomness = useSurroundings()
  const [writing, setWriting] = createSignal(false)
  const card = () => props.cards[0]
  const ensured = () => ensureCard(plan.doc, plan.me, randomness)
  let place!: HTMLDivElement
  const write = (): void => {
    ensured()
    setWriting(true)
    place.querySelector('textarea')?.focus()
  }
  return (
    <>
      <h2>{copy().contact.mine}</h2>
      <Card name={copy().contact.mine}>
        <Liked card={card()} ensured={ensured} />
      </Card>
      <Card title={copy().contact.times}>
        <Times card={card()} ensured={ensured} />
      </Card>
      <div ref={place}>
        <Card name={copy().contact.words}>
          <Show
            when={writing() || props.cards.some(({ words }) => words !== '')}
            fallback={<Button onClick={write}>{copy().contact.write}</Button>}
          >
            <For each={props.cards.map(({ id }) => id)}>
              {(id) => (
                <SharedText
                  doc={plan.doc}
                  kind="contactCard"
                  id={id}
                  field="words"
                  label={copy().contact.words}
                  hint={copy().contact.wordsHint}
                  lines={3}
                />
              )}
            </For>
          </Show>
        </Card>
      </div>
    </>
  )
}
