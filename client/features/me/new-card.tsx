/** A new key card for whoever lost theirs, or whose was stolen or seen: asked for, then how far each plan is. */
import { For, Match, Show, Switch } from 'solid-js'
import type { NewCardState } from '#ports/own-keys.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { askedFirst } from '#ui/asked-first.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { Card, FoldedCard } from '#ui/card.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { toTitle } from '#wording/names.ts'

type Only<Name extends NewCardState['name']> = Extract<NewCardState, { name: Name }>

/** `onCard`: leads to the card itself, which is another one now. */
export const NewCard = (props: { onCard: () => void }) => {
  const device = useDevice()
  const only = <Name extends NewCardState['name']>(name: Name) => {
    const now = device.newCard()
    return now.name === name ? (now as Only<Name>) : undefined
  }
  return (
    <Switch fallback={<Begin />}>
      <Match when={only('moving')}>{(state) => <Moving state={state()} onCard={props.onCard} />}</Match>
      <Match when={only('done')}>{(state) => <Done state={state()} onCard={props.onCard} />}</Match>
    </Switch>
  )
}

const Begin = () => {
  const copy = useCopy()
  const device = useDevice()
  const words = () => copy().newCard
  const renewal = askedFirst(async () => (await device.renewCard()).ok)
  return (
    <FoldedCard title={words().title}>
      <p>{words().when}</p>
      <p>{words().after}</p>
      <Show when={renewal.hasFailed()}>
        <Banner urgent title={words().failed} />
      </Show>
      <Button onClick={renewal.ask}>{words().go}</Button>
      <ConfirmDialog
        open={renewal.isOpen()}
        words={words().confirm}
        busy={renewal.isBusy()}
        onClose={renewal.close}
        onGo={() => void renewal.go()}
      >
        <p>{words().confirm.devices}</p>
        <p>{words().confirm.same}</p>
        <p>{words().confirm.read}</p>
      </ConfirmDialog>
    </FoldedCard>
  )
}

const Moving = (props: { state: Only<'moving'>; onCard: () => void }) => {
  const copy = useCopy()
  const words = () => copy().newCard
  return (
    <Card title={words().moving}>
      <div role="status" class="me-status">
        <Show when={props.state.total > 0}>
          <progress class="me-progress" aria-label={words().moving} value={props.state.ready} max={props.state.total} />
          <p>{words().ready(props.state.ready, props.state.total)}</p>
        </Show>
        <p>
          <Show when={props.state.trouble} fallback={words().leave}>
            {(trouble) => words().trouble[trouble()]}
          </Show>
        </p>
      </div>
      <Show when={props.state.waiting.length > 0}>
        <p>{words().waiting}</p>
        <Titles plans={props.state.waiting} />
        <p>{words().keepOld}</p>
      </Show>
      <Button icon="eye" onClick={() => props.onCard()}>
        {words().show}
      </Button>
    </Card>
  )
}

const Done = (props: { state: Only<'done'>; onCard: () => void }) => {
  const copy = useCopy()
  const device = useDevice()
  const words = () => copy().newCard
  /** A new card that no plan could move to is nothing to keep, unless there was no plan. */
  const hasMoved = () => props.state.total > 0 || props.state.stayed.length === 0
  return (
    <Card title={hasMoved() ? words().done : words().none}>
      <Show when={hasMoved()}>
        <div role="status" class="me-status">
          <Show when={props.state.total > 0}>
            <p>{words().moved(props.state.total)}</p>
          </Show>
          <p>{words().write}</p>
        </div>
        <Button icon="eye" onClick={() => props.onCard()}>
          {words().show}
        </Button>
      </Show>
      <Show when={props.state.stayed.length > 0}>
        <p>{words().stayed}</p>
        <Titles plans={props.state.stayed} />
        <p>{props.state.elsewhere ? words().elsewhere : words().noMember}</p>
        <LinkButton href={toHref(paths.card)}>{copy().card.home}</LinkButton>
        <Button onClick={() => void device.retryNewCard()}>{words().retry}</Button>
      </Show>
      <Button look="quiet" onClick={() => void device.dismissNewCard()}>
        {copy().restore.ok}
      </Button>
    </Card>
  )
}

const Titles = (props: { plans: readonly { readonly title: string }[] }) => {
  const copy = useCopy()
  return (
    <ul class="me-plans">
      <For each={props.plans}>
        {({ title }) => (
          <li dir="auto" translate="no">
            {toTitle(copy(), title)}
          </li>
        )}
      </For>
    </ul>
  )
}
