/** Inviting somebody: first what they will see, then who, then how. Stays open to tell when they have joined. */
import { Match, Show, Switch, createEffect, createMemo, createSignal, on } from 'solid-js'
import { useLocation } from '@solidjs/router'
import { whenConnected } from '#reactive/patience.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { InviteOptions, InviteResult } from '#ports/open-plan.ts'
import type { PersonId } from '#shared/protocol/ids.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Screen } from '#ui/screen.tsx'
import { InviteForm } from './invite-form.tsx'
import { Joined } from './joined.tsx'
import { Ready } from './ready.tsx'
import './invite.css'

type Made = Extract<InviteResult, { ok: true }>
type State =
  | { name: 'form'; failure: Extract<InviteResult, { ok: false }>['reason'] | null }
  | { name: 'busy' }
  | { name: 'ready'; made: Made; room: boolean; before: ReadonlySet<PersonId> }

export const InviteScreen = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  const [state, setState] = createSignal<State>({ name: 'form', failure: null })

  const invite = async (options: InviteOptions) => {
    const before = new Set(plan.members().map((member) => member.person))
    setState({ name: 'busy' })
    await whenConnected(plan)
    const result = await plan.invite(options)
    setState(
      result.ok
        ? { name: 'ready', made: result, room: options.lifetime === 'room', before }
        : { name: 'form', failure: result.reason },
    )
  }
  const restart = () => setState({ name: 'form', failure: null })
  // A tap on "invite" on this screen asks for another invitation; one that is being created continues.
  const location = useLocation()
  createEffect(
    on(
      () => location.state,
      () => state().name === 'ready' && restart(),
      { defer: true },
    ),
  )

  const ready = () => {
    const now = state()
    return now.name === 'ready' ? now : undefined
  }
  const failure = () => {
    const now = state()
    return now.name === 'form' ? now.failure : null
  }
  const newcomer = createMemo(() => plan.members().find(({ person }) => ready()?.before.has(person) === false))

  // Each step is a screen of its own: it takes the focus and scrolls to its top.
  return (
    <Switch
      fallback={
        <Screen title={copy().invite.title}>
          <Show when={!plan.practice && plan.role() === 'owner'} fallback={plan.practice ? <Practice /> : <NotMine />}>
            <WhatTheySee />
            <InviteForm
              busy={state().name === 'busy'}
              failure={failure()}
              onInvite={(options) => void invite(options)}
            />
          </Show>
        </Screen>
      }
    >
      <Match when={newcomer()}>
        {(member) => (
          <Screen title={copy().invite.ready.title}>
            <Joined name={member().name} onAnother={restart} />
          </Screen>
        )}
      </Match>
      <Match when={ready()} keyed>
        {({ made, room }) => (
          <Screen title={copy().invite.ready.title}>
            <Ready made={made} room={room} onAnother={restart} />
          </Screen>
        )}
      </Match>
    </Switch>
  )
}

const WhatTheySee = () => {
  const copy = useCopy()
  return (
    <Card tone="soft" title={copy().invite.first.title}>
      <p>
        <strong>{copy().invite.first.all}</strong> {copy().invite.first.past}
      </p>
      <p>{copy().invite.first.private}</p>
    </Card>
  )
}

const Practice = () => {
  const copy = useCopy()
  return (
    <>
      <Card name={copy().worker.practice.title}>
        <p>{copy().practice.invite}</p>
      </Card>
      <LinkButton look="main" wide href={toHref(paths.start)}>
        {copy().practice.toStart}
      </LinkButton>
    </>
  )
}

const NotMine = () => {
  const copy = useCopy()
  const plan = useOpenPlan()
  return (
    <>
      <Card title={copy().invite.notOwner.title}>
        <p>{copy().invite.notOwner.text}</p>
      </Card>
      <LinkButton look="main" wide href={toHref(paths.people(plan.id))}>
        {copy().invite.notOwner.look}
      </LinkButton>
    </>
  )
}
