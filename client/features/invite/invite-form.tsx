/** Who it is for and how it is given. */
import { Show, createSignal } from 'solid-js'
import { useLocation } from '@solidjs/router'
import { useCopy } from '#reactive/use-copy.ts'
import { useOpenPlan } from '#reactive/use-open-plan.ts'
import type { InviteOptions, InviteResult } from '#reactive/workspace.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { Form } from '#ui/form.tsx'
import { RadioCards } from '#ui/radio-cards.tsx'

type Who = 'hand-over' | 'editor' | 'reader'
type How = InviteOptions['lifetime']

export const InviteForm = (props: {
  busy: boolean
  failure: Extract<InviteResult, { ok: false }>['reason'] | null
  onInvite: (options: InviteOptions) => void
}) => {
  const copy = useCopy()
  const plan = useOpenPlan()
  // Whoever starts a plan for somebody comes here to hand it over; for others writing along is the middle of the three.
  const location = useLocation<{ handOver?: boolean }>()
  const [who, setWho] = createSignal<Who>(location.state?.handOver === true ? 'hand-over' : 'editor')
  const [how, setHow] = createSignal<How>('room')
  const [withCode, setWithCode] = createSignal(false)

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
      <Show when={props.failure}>{(reason) => <Banner urgent title={copy().invite.failed[reason()]} />}</Show>
      <Show when={plan.sharing().connection === 'offline' && props.failure === null && !props.busy}>
        <p class="soft">{copy().invite.failed.offline}</p>
      </Show>
      <Button look="main" wide type="submit" busy={props.busy}>
        {props.busy ? copy().general.busy : copy().invite.go}
      </Button>
    </Form>
  )
}
