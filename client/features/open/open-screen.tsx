/** Pastes an invitation, for people who got the link where it cannot be tapped. */
import { createSignal, onMount } from 'solid-js'
import { useLocation, useNavigate } from '@solidjs/router'
import type { InvitationTexts } from '#ports/device.ts'
import { paths } from '#reactive/paths.ts'
import { usePlanCopy } from '#reactive/use-plan-copy.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Screen } from '#ui/screen.tsx'
import { TextField } from '#ui/text-field.tsx'

export const OpenScreen = (props: { texts: InvitationTexts }) => {
  const copy = usePlanCopy()
  const navigate = useNavigate()
  /** What another app gave to the installed one (client/public/share-target.js). */
  const { shared } = useLocation().query
  const isShared = typeof shared === 'string'
  const [text, setText] = createSignal(isShared ? shared : '')
  const [wrong, setWrong] = createSignal(false)

  const go = (replace = false) => {
    const link = props.texts.readInvitation(text())
    if (link === null) setWrong(true)
    else navigate(paths.join(props.texts.tokenOf(link)), { replace })
  }
  onMount(() => isShared && go(true)) // "back" leads past the words that were shared

  return (
    <Screen title={copy().open.title} lead={copy().open.lead}>
      <Form onSubmit={() => go()}>
        <TextField
          unkept="secret"
          label={copy().open.link}
          value={text()}
          dir="ltr"
          error={wrong() ? copy().open.notALink : undefined}
          onInput={(value) => {
            setText(value)
            setWrong(false)
          }}
        />
        <Button look="main" wide type="submit">
          {copy().open.go}
        </Button>
      </Form>
      <p class="soft">{copy().open.qr}</p>
    </Screen>
  )
}
