/** About me on this device: what I am called, my key card, a new one, another device of mine, and how to leave nothing here. */
import { Show, createSignal, onCleanup, onMount } from 'solid-js'
import { useLocation } from '@solidjs/router'
import type { KeyCard } from '#ports/own-keys.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { LinkButton } from '#ui/button.tsx'
import { FoldedCard } from '#ui/card.tsx'
import { Screen } from '#ui/screen.tsx'
import { AnotherDevice } from './another-device.tsx'
import { BackupPart } from './backup-part.tsx'
import { CardPaper } from './card-paper.tsx'
import { Details } from './details.tsx'
import { CardPart } from './card-part.tsx'
import { Forget } from './forget.tsx'
import { InstallPart } from './install-part.tsx'
import { LockPart } from './lock-part.tsx'
import { NewCard } from './new-card.tsx'
import './me.css'

export const MeScreen = () => {
  const copy = useCopy()
  const device = useDevice()
  const location = useLocation()
  const [card, setCard] = createSignal<KeyCard | null>(null)
  let cardPart!: HTMLDivElement
  let installPart!: HTMLDivElement
  onCleanup(() => setCard(null))

  const unfold = (part: HTMLElement, focused: string): void => {
    const folded = part.querySelector('details')
    if (folded !== null) folded.open = true
    part.scrollIntoView({ block: 'start' })
    part.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true })
  }
  const toCard = (): void => unfold(cardPart, '.bt')
  // After the screen, which takes the focus as it appears, and the router, which scrolls to the top.
  onMount(() => {
    const frame = setTimeout(() => {
      if (location.query['part'] === 'card') toCard()
      if (location.query['part'] === 'install') unfold(installPart, 'summary')
    })
    onCleanup(() => clearTimeout(frame))
  })
  return (
    <>
      <div classList={{ 'no-print': card() !== null }}>
        <Screen title={copy().me.title} lead={copy().me.lead}>
          <div class="me-parts">
            <Details />
            <Names />
            <div ref={cardPart} class="me-part">
              <CardPart card={card()} onCard={setCard} />
            </div>
            <AnotherDevice />
            <div ref={installPart}>
              <InstallPart onCardFirst={toCard} />
            </div>
            <BackupPart />
            <Show when={device.storage().name === 'ready'}>
              <LockPart onCardFirst={toCard} />
            </Show>
            <NewCard onCard={toCard} />
            <Show when={device.storage().name === 'ready'}>
              <Forget onCardFirst={toCard} />
            </Show>
          </div>
          <LinkButton look="quiet" href={toHref(paths.card)}>
            {copy().card.home}
          </LinkButton>
        </Screen>
      </div>
      <Show when={card()}>{(shown) => <CardPaper card={shown()} />}</Show>
    </>
  )
}

/** As one is called in plans, where that differs from what is said above, which counts for the next one. */
const Names = () => {
  const copy = useCopy()
  const device = useDevice()
  const words = () => copy().me.names
  const names = () => [...new Set(device.plans().flatMap(({ myName }) => myName || []))]
  return (
    <Show when={names().some((name) => name !== device.home.me().name)}>
      <FoldedCard title={words().title}>
        <p dir="auto">{names().length === 1 ? words().one(names()[0] ?? '') : words().more(names())}</p>
        <p class="soft">{words().where}</p>
      </FoldedCard>
    </Show>
  )
}
