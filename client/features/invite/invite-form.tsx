/** Whom the invitation is for, and how it is delivered. */
import { Show, createSignal } from 'solid-js'
import { useLocation } from '@solidjs/router'
import { NAME_LIMIT } from '#domain/plan/people.ts'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { InviteOptions, InviteResult } from '#ports/open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { createDraft, type Draft } from '#ui/draft.ts'
import { Fold } from '#ui/fold.tsx'
import { Form } from '#ui/form.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'
import { TextField } from '#ui/text-field.tsx'

type Who = 'hand-over' | 'editor' | 'reader'
type How = InviteOptions['lifetime']
type Failure = Extract<InviteResult, { ok: false }>['reason']

export const InviteForm = (props: {
  busy: boolean
  failure: Failure | null
  onInvite: (options: InviteOptions) => void
}) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  // A person who started a plan for somebody comes here to hand it over; for others, editor is the middle option.
  const location = useLocation<{ handOver?: boolean }>()
  const [who, setWho] = createSignal<Who>(location.state?.handOver === true ? 'hand-over' : 'editor')
  const [how, setHow] = createSignal<How>('room')
  const [withCode, setWithCode] = createSignal(false)

  const device = useDevice()
  const [known, setKnown] = createSignal(device.organisation())
  const organisation = createDraft(() => 'invite/organisation', { limit: NAME_LIMIT, saved: known })
  const hasOrganisation = device.organisation() !== ''
  const isNameless = () => plan.members().some(({ me, name }) => me && name === '')
  const failed = (reason: Failure) => copy().invite.failed[reason]
  /** An overloaded relay is not reported as a missing network. */
  const waits = () => copy().invite.waits[plan.sharing().busy === true ? 'busy' : 'offline']

  /** The person whose plan it is has nobody to give it to. */
  const isMyPlan = () => plan.planPerson() === plan.me
  const handOver = () =>
    ({ value: 'hand-over', title: copy().invite.handOver, text: copy().invite.handOverText, icon: 'person' }) as const

  const submit = () => {
    const chosen = who()
    const name = organisation.text().trim()
    device.keepOrganisation(name)
    setKnown(name)
    organisation.clear()
    props.onInvite({
      role: chosen === 'hand-over' ? 'owner' : chosen,
      handOver: chosen === 'hand-over',
      lifetime: how(),
      withCode: how() === 'link' && withCode(),
      organisation: name,
    })
  }

  return (
    <Form onSubmit={submit}>
      <RadioCards
        legend={copy().invite.who}
        value={who()}
        onChoose={setWho}
        choices={[
          { value: 'editor', title: copy().invite.editor, text: copy().invite.editorText, icon: 'story' },
          { value: 'reader', title: copy().invite.reader, text: copy().invite.readerText, icon: 'eye' },
          ...(isMyPlan() ? [] : [handOver()]),
        ]}
      />
      <Show when={who() === 'hand-over'}>
        <p class="soft">{copy().circle.soleOwner.handOver}</p>
      </Show>
      <RadioCards
        legend={copy().invite.how}
        value={how()}
        onChoose={setHow}
        choices={[
          { value: 'room', title: copy().invite.room, text: copy().invite.roomText, icon: 'room' },
          { value: 'link', title: copy().invite.link, text: copy().invite.linkText, icon: 'link' },
        ]}
      />
      <Show when={how() === 'link'}>
        <CheckBox
          label={copy().invite.withCode}
          hint={copy().invite.withCodeText}
          checked={withCode()}
          onChange={setWithCode}
        />
      </Show>
      <Show
        when={hasOrganisation}
        fallback={
          <Fold title={copy().invite.organisation.title}>
            <Organisation draft={organisation} />
          </Fold>
        }
      >
        <Organisation draft={organisation} />
      </Show>
      <Show when={isNameless()}>
        <p class="soft">
          {copy().invite.nameless} <a href={toHref(paths.people(plan.id))}>{copy().people.sayName}</a>
        </p>
      </Show>
      <Show when={props.failure}>
        {(reason) => (
          <Banner
            urgent
            title={failed(reason()).title}
            actions={
              <Show when={reason() === 'too-many'}>
                <LinkButton href={toHref(paths.people(plan.id))}>{copy().invite.lookAtOpen}</LinkButton>
              </Show>
            }
          >
            <p>{failed(reason()).text}</p>
          </Banner>
        )}
      </Show>
      <Show when={plan.sharing().connection === 'offline' && props.failure === null && !props.busy}>
        <p class="soft">{`${waits()} ${copy().invite.waits.later}`}</p>
      </Show>
      <Button look="main" wide type="submit" busy={props.busy}>
        {props.busy ? copy().general.busy : copy().invite.go}
      </Button>
    </Form>
  )
}

const Organisation = (props: { draft: Draft }) => {
  const copy = useCopy()
  return (
    <TextField
      label={copy().invite.organisation.label}
      aside={copy().general.notNeeded}
      hint={copy().invite.organisation.hint}
      draft={props.draft}
    />
  )
}
