/** Whom the invitation is for, and how it is delivered. */
import { Show, createSignal } from 'solid-js'
import { useLocation } from '@solidjs/router'
import { paths, toHref } from '#reactive/paths.ts'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { InviteOptions, InviteResult } from '#ports/open-plan.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { Form } from '#ui/form.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'

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

  /** An overloaded relay is not reported as a missing network. */
  const failed = (reason: Failure) =>
    copy().invite.failed[reason === 'offline' && plan.sharing().busy === true ? 'busy' : reason]

  const submit = () => {
    const chosen = who()
    props.onInvite({
      role: chosen === 'hand-over' ? 'owner' : chosen,
      handOver: chosen === 'hand-over',
      lifetime: how(),
      withCode: how() === 'link' && withCode(),
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
          { value: 'hand-over', title: copy().invite.handOver, text: copy().invite.handOverText, icon: 'person' },
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
        <p class="soft">{`${failed('offline').title} ${failed('offline').text}`}</p>
      </Show>
      <Button look="main" wide type="submit" busy={props.busy}>
        {props.busy ? copy().general.busy : copy().invite.go}
      </Button>
    </Form>
  )
}
