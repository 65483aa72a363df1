/** What the person will be part of, and the one tap that joins. */
import { Show, createSignal } from 'solid-js'
import { toInvitationLine } from '#wording/invitation.ts'
import type { InvitationFailure, InvitationTexts, PreviewResult } from '#ports/device.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { useDevice } from '#reactive/use-device.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'

/** As long as a name in a plan. */
const NAME_LIMIT = 40

export const JoinForm = (props: {
  texts: InvitationTexts
  preview: Extract<PreviewResult, { kind: 'open' }>
  busy: boolean
  failure: InvitationFailure | null
  onJoin: (options: { name: string; code: string; forNow: boolean }) => void
}) => {
  const copy = usePlanCopy()
  const device = useDevice()
  const [name, setName] = createSignal(device.home.me().name ?? '')
  const [code, setCode] = createSignal('')
  const [incomplete, setIncomplete] = createSignal(false)
  const [forNow, setForNow] = createSignal(false)

  const codeError = (): string | undefined => {
    if (incomplete()) return copy().join.codeShape
    if (props.failure !== 'wrong-code') return undefined
    const { what, safe, next } = copy().join.failure['wrong-code']
    return `${what} ${safe} ${next}`
  }

  /** The link is valid: the same may work in a while. */
  const passing = () =>
    props.failure === 'offline' || props.failure === 'busy' ? copy().join.failure[props.failure] : undefined

  const inviter = () => props.preview.greeting?.inviter ?? ''
  const from = () => toInvitationLine(copy(), props.preview.greeting)
  const submit = () => {
    const spoken = props.preview.needsCode ? props.texts.readSpokenCode(code()) : ''
    setIncomplete(spoken === null)
    if (spoken !== null) props.onJoin({ name: name().trim(), code: spoken, forNow: forNow() })
  }

  return (
    <Form onSubmit={submit}>
      <Card name={from()}>
        <div class="jn-from">
          <Avatar name={inviter()} />
          <div>
            <h2 dir="auto">{from()}</h2>
            <p class="soft">{inviter() === '' ? copy().join.check.unnamed : copy().join.check.named}</p>
          </div>
        </div>
      </Card>
      <Card title={copy().join.whoSees}>
        <Show when={props.preview.people}>{(people) => <p>{copy().join.now(people())}</p>}</Show>
        <p>{copy().join.circle}</p>
        <Show when={props.preview.role}>{(role) => <p class="jn-role">{copy().join.role[role()]}</p>}</Show>
      </Card>
      <Show when={props.preview.needsCode}>
        <TextField
          unkept="secret"
          label={copy().join.code}
          hint={copy().join.codeHint}
          error={codeError()}
          value={code()}
          onInput={setCode}
          digits
          dir="ltr"
        />
      </Show>
      <Show when={props.preview.role !== 'reader'}>
        <TextField
          unkept="undecided"
          label={copy().join.name}
          aside={copy().general.notNeeded}
          value={name()}
          onInput={setName}
          limit={NAME_LIMIT}
        />
      </Show>
      <Show
        when={device.storage().name === 'memory'}
        fallback={
          <CheckBox
            label={copy().onlyForNow.check}
            hint={copy().onlyForNow.checkHint}
            checked={forNow()}
            onChange={setForNow}
          />
        }
      >
        <Banner title={copy().device.storage.memory} />
      </Show>
      <Show when={passing()}>
        {(words) => (
          <Banner urgent title={words().what}>
            <p>{`${words().safe} ${words().next}`}</p>
          </Banner>
        )}
      </Show>
      <Button look="main" wide type="submit" busy={props.busy}>
        {props.busy ? copy().general.busy : copy().join.go}
      </Button>
      <p class="soft">{copy().join.noAccount}</p>
    </Form>
  )
}
